import type { Mentionable } from './mention.ts';
import classes from './name-suggestions.module.css';

export type NameSuggestionsProps = {
  readonly names: readonly Mentionable[];
  readonly onChoose: (name: string) => void;
};

/** Who may be meant by what is typed after an @; Tab takes the first. */
export function NameSuggestions({ names, onChoose }: NameSuggestionsProps) {
  return (
    <div className={classes['names']} role="group" aria-label="Who is meant" aria-live="polite">
      {names.map(({ id, name }, at) => (
        <button
          key={id}
          type="button"
          className={classes['name']}
          // The field keeps the focus, and the caret its place.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(name)}
        >
          @{name}
          {at === 0 && <kbd>Tab</kbd>}
        </button>
      ))}
    </div>
  );
}
