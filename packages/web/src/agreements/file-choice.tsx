import { useState } from 'react';
import { FileButton } from '../ui/file-button.tsx';

/** As the contract: 500,000 characters, which may take four bytes each. */
const MOST_BYTES = 2_000_000;

export type FileChoiceProps = {
  readonly pending: boolean;
  readonly onText: (text: string, name: string) => void;
};

/** A description that exists as a file: read here and sent as text, so nothing is kept that is no draft. */
export function FileChoice({ pending, onText }: FileChoiceProps) {
  const [problem, setProblem] = useState<string>();
  const take = async (file: File) => {
    setProblem(undefined);
    // Windows ends lines in its own way; the editor does not, and would take the whole text for another.
    onText((await file.text()).replaceAll('\r\n', '\n'), file.name);
  };
  return (
    <div>
      <p style={{ margin: '0 0 12px' }}>
        A YAML file in the language of Tamarack. It may still have errors: only its document control has to be readable.
        Where its reference is known already, it becomes the next version.
      </p>
      <FileButton
        label="Choose a file"
        accept=".yaml,.yml,text/yaml"
        maxBytes={MOST_BYTES}
        loading={pending}
        onFile={(file) => void take(file)}
        onTooLarge={({ name }) => setProblem(`${name} is larger than a description can be (500,000 characters).`)}
      />
      <p role="alert" style={{ margin: '8px 0 0', color: 'var(--tm-broken)' }}>
        {problem}
      </p>
    </div>
  );
}
