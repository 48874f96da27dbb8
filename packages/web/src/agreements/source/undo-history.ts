/** Undo and redo of the editor: each step is the change that takes it back. Typing within a moment is one step. */
import {
  Annotation,
  type ChangeSet,
  type EditorSelection,
  type Extension,
  StateField,
  Transaction,
} from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

type Step = { readonly changes: ChangeSet; readonly selection: EditorSelection };
type History = {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  /** When the last step was typed, in epoch milliseconds. */
  readonly typedAt: number;
};

const MOST_STEPS = 500;
const ONE_MOMENT_MS = 600;
const goes = Annotation.define<'back' | 'forth'>();

const history = StateField.define<History>({
  create: () => ({ done: [], undone: [], typedAt: 0 }),
  update: (value, transaction) => (transaction.docChanged ? after(value, transaction) : value),
});

function after({ done, undone, typedAt }: History, transaction: Transaction): History {
  const step = {
    changes: transaction.changes.invert(transaction.startState.doc),
    selection: transaction.startState.selection,
  };
  const way = transaction.annotation(goes);
  if (way === 'back') return { done: done.slice(0, -1), undone: [...undone, step], typedAt: 0 };
  if (way === 'forth') return { done: [...done, step], undone: undone.slice(0, -1), typedAt: 0 };
  const at = transaction.annotation(Transaction.time) ?? 0;
  const isTyping = transaction.isUserEvent('input.type') || transaction.isUserEvent('delete');
  const last = done.at(-1);
  if (last && isTyping && at - typedAt < ONE_MOMENT_MS) {
    const joined = { changes: step.changes.compose(last.changes), selection: last.selection };
    return { done: [...done.slice(0, -1), joined], undone: [], typedAt: at };
  }
  return { done: [...done, step].slice(-MOST_STEPS), undone: [], typedAt: isTyping ? at : 0 };
}

function go(view: EditorView, way: 'back' | 'forth'): boolean {
  const { done, undone } = view.state.field(history);
  const step = (way === 'back' ? done : undone).at(-1);
  if (step) {
    const { changes, selection } = step;
    view.dispatch({
      changes,
      selection,
      annotations: goes.of(way),
      scrollIntoView: true,
      userEvent: way === 'back' ? 'undo' : 'redo',
    });
  }
  return true;
}

/** The keys that people know, and the browser's own menu. */
export function undoHistory(): Extension {
  return [
    history,
    keymap.of([
      { key: 'Mod-z', run: (view) => go(view, 'back'), preventDefault: true },
      { key: 'Mod-Shift-z', run: (view) => go(view, 'forth'), preventDefault: true },
      { key: 'Mod-y', run: (view) => go(view, 'forth'), preventDefault: true },
    ]),
    EditorView.domEventHandlers({
      beforeinput: (event, view) => {
        if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
        event.preventDefault();
        return go(view, event.inputType === 'historyUndo' ? 'back' : 'forth');
      },
    }),
  ];
}
