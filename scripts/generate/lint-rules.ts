/**
 * The rules that hold everywhere. What differs by folder is in lint-configuration.ts.
 * Three categories are on as errors; below them what is added, and what is off with the reason.
 */
export const categories = { correctness: 'error', suspicious: 'error', perf: 'error' } as const;

export const plugins = ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'node'] as const;

const added = {
  eqeqeq: 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'no-console': 'error',
  'no-param-reassign': 'error',
  'no-empty': 'error',
  'no-fallthrough': 'error',
  'no-promise-executor-return': 'error',
  'no-self-compare': 'error',
  'no-useless-return': 'error',
  'no-else-return': 'error',
  'object-shorthand': 'error',
  'prefer-template': 'error',
  'max-lines': ['error', { max: 350 }],

  // Type-only cycles count as well: they show two ideas that cannot be read apart.
  'import/no-cycle': ['error', { ignoreTypes: false }],
  'import/no-default-export': 'error',
  'import/no-mutable-exports': 'error',
  'import/no-duplicates': 'error',
  'unicorn/prefer-node-protocol': 'error',
  'unicorn/no-process-exit': 'error',
  'unicorn/throw-new-error': 'error',
  'unicorn/error-message': 'error',

  'typescript/consistent-type-imports': 'error',
  'typescript/no-import-type-side-effects': 'error',
  'typescript/no-explicit-any': 'error',
  'typescript/no-non-null-assertion': 'error',
  'typescript/no-require-imports': 'error',
  'typescript/no-namespace': 'error',
  'typescript/ban-ts-comment': 'error',
  'typescript/prefer-ts-expect-error': 'error',

  // These need types: oxlint runs them through tsgolint.
  'typescript/await-thenable': 'error',
  'typescript/no-floating-promises': 'error',
  'typescript/no-misused-promises': 'error',
  'typescript/no-unnecessary-type-assertion': 'error',
  'typescript/no-unnecessary-condition': 'error',
  'typescript/no-unsafe-argument': 'error',
  'typescript/no-unsafe-assignment': 'error',
  'typescript/no-unsafe-call': 'error',
  'typescript/no-unsafe-member-access': 'error',
  'typescript/no-unsafe-return': 'error',
  'typescript/no-deprecated': 'error',
  'typescript/only-throw-error': 'error',
  'typescript/prefer-promise-reject-errors': 'error',
  'typescript/restrict-plus-operands': 'error',
  'typescript/return-await': 'error',
  'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
  // A default case over a union would swallow the member that somebody adds next year.
  'typescript/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
  ],
} as const;

const off = {
  // Steps that depend on each other run one after the other; Promise.all is a decision, not a reflex.
  'no-await-in-loop': 'off',
  // A branded id, a parsed shape: one assertion at the door is how a checked value gets its type.
  'typescript/no-unsafe-type-assertion': 'off',
  // The compiler's noImplicitReturns says it, and knows `never`.
  'typescript/consistent-return': 'off',
  // A helper beside its only caller reads better than one at the end of the file.
  'unicorn/consistent-function-scoping': 'off',
  // Refusing control characters in what strangers send is what such a pattern is for.
  'no-control-regex': 'off',
  // `fc.string()` is how fast-check and others are written everywhere.
  'import/no-named-as-default-member': 'off',
  // It takes a typed array for an array: [...floats] is how one becomes the other.
  'unicorn/no-useless-spread': 'off',
  // Copies of small literals: measured in bench/, not guessed by shape.
  'oxc/no-map-spread': 'off',
} as const;

export const rules = { ...added, ...off };
