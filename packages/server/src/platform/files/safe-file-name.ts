/** Most file systems hold 255 bytes a name; the rest is for what a browser adds, such as " (12).crdownload". */
const MOST_BYTES = 200;

/** What a file is called whose name held nothing to keep. */
const NAMELESS = 'file';

/**
 * Characters that nobody sees: controls, line ends, lone surrogates, direction marks, which show `gpj.exe` as
 * `exe.jpg` (CVE-2021-42574), private ones, and all others that are drawn as nothing. The joiners and variation
 * selectors stay: Persian, Indic scripts and emoji are spelt with them.
 */
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}[\p{Default_Ignorable_Code_Point}--[\u200c\u200d\p{Variation_Selector}]]]/gv;

/** What Windows refuses in a name, or reads as something else: a drive, a stream, a wildcard, a device. */
const REFUSED_BY_WINDOWS = /[<>:"|?*]/g;
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * A name that people sent, made fit to be shown and saved: their letters in every script, but no path, nothing unseen,
 * no hidden file, no device, at most 200 bytes in UTF-8. The extension survives a cut, so that nobody opens a program
 * as a picture. A safe name comes back as it is.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).findLast((part) => /[^\s.]/.test(part)) ?? '';
  const cleaned = last.replace(/\s+/g, ' ').replace(UNSEEN, '').normalize('NFC').replace(REFUSED_BY_WINDOWS, '_');
  // A dot in front hides a file; Windows drops dots and spaces at the end, and so would show another extension.
  const trimmed = cleaned.replace(/ +/g, ' ').replace(/^[ .]+|[ .]+$/g, '');
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(trimmed)) return NAMELESS;
  const cut = cutToBytes(trimmed);
  return DEVICE.test(cut) ? `_${cut}` : cut;
}

function cutToBytes(name: string): string {
  if (Buffer.byteLength(name) <= MOST_BYTES) return name;
  const extension = /\.[\p{L}\p{N}]{1,16}$/u.exec(name)?.[0] ?? '';
  const room = MOST_BYTES - Buffer.byteLength(extension);
  let stem = '';
  let bytes = 0;
  // By what people see as one character: a flag or a syllable is kept or dropped as a whole.
  for (const { segment } of new Intl.Segmenter('und').segment(name.slice(0, name.length - extension.length))) {
    bytes += Buffer.byteLength(segment);
    if (bytes > room) break;
    stem += segment;
  }
  return `${stem.replace(/[ .]+$/, '') || NAMELESS}${extension}`;
}
