/** Document control that contradicts itself, and responsibilities without one who answers. */
import type { Finding } from '../diagnostics.ts';
import type { Description } from '../grammar/description.ts';

/** The newest entry of the history is this version, with this date, and dates do not run backwards. */
export function checkDocument({ document, responsibilities }: Description): Finding[] {
  const findings: Finding[] = [];
  const [newest] = document.history;
  const path = ['document', 'history', 0];
  if (newest && newest.version !== document.version) {
    findings.push({
      code: 'document.history',
      path: [...path, 'version'],
      sentence: `the newest entry is of version ${newest.version}, the document of version ${document.version}`,
      expected: document.version,
    });
  } else if (newest && newest.date !== document.date) {
    findings.push({
      code: 'document.history',
      path: [...path, 'date'],
      sentence: `version ${newest.version} is dated ${document.date} above`,
      expected: document.date,
    });
  }
  document.history.forEach((entry, i) => {
    const later = document.history[i - 1];
    if (later && later.date < entry.date) {
      findings.push({
        code: 'document.history',
        path: ['document', 'history', i, 'date'],
        sentence: 'the entry is younger than the one above it',
        expected: 'the newest entry first',
      });
    }
  });
  for (const [name, row] of Object.entries(responsibilities ?? {})) {
    const answering = [...Object.values(row.provider ?? {}), ...Object.values(row.customer ?? {})]
      .flat()
      .filter((letter) => letter === 'A').length;
    if (answering !== 1)
      findings.push({
        code: 'responsibility.no-owner',
        path: ['responsibilities', name],
        at: 'key',
        sentence: `${answering === 0 ? 'nobody answers' : `${answering} roles answer`} for "${name}"`,
        expected: 'exactly one A',
      });
  }
  return findings;
}
