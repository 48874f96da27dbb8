/** Values as PostgreSQL's binary COPY takes them: read as text, ids, instants and words cost it a third of a load. */

/** Instants are epoch seconds; a tsvector is what `tsvectorsend` gives. */
export type Value = string | number | boolean | null | Uint8Array;
/** Where rows are gathered: what is written so far ends at `end`. */
export type Gathered = { bytes: Buffer; end: number };
export type Encode = (to: Gathered, value: Exclude<Value, null>) => void;

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const NULL = -1;
/** Of 1 January 2000, from which PostgreSQL counts microseconds. */
const EPOCH = 946_684_800;
const HALF = 2 ** 32;

export function beginRows(): Gathered {
  const bytes = Buffer.allocUnsafe(1 << 20);
  return { bytes, end: SIGNATURE.copy(bytes) };
}

/** One row, each value by the encoder of its place. */
export function addRow(to: Gathered, encoders: readonly Encode[], row: readonly Value[]): void {
  int16(to, row.length);
  for (let place = 0; place < row.length; place += 1) {
    const value = row[place] ?? null;
    if (value === null) int32(to, NULL);
    else encoders[place]?.(to, value);
  }
}

/** The end of the rows, after which the same room takes other ones. */
export function endRows(to: Gathered): Buffer {
  int16(to, NULL);
  const { end } = to;
  to.end = SIGNATURE.length;
  return to.bytes.subarray(0, end);
}

/** By the name of the column's type. */
export const ENCODERS: Readonly<Record<string, Encode>> = {
  uuid: (to, value) => {
    int32(to, 16);
    makeRoom(to, 16);
    const text = String(value);
    const { bytes, end } = to;
    for (let i = 0, at = 0; i < 16; i += 1, at += 2) {
      if (text.charCodeAt(at) === HYPHEN) at += 1;
      bytes[end + i] = digitAt(text, at) * 16 + digitAt(text, at + 1);
    }
    to.end += 16;
  },
  text: addText,
  jsonb: (to, value) => {
    const from = to.end;
    int32(to, 0);
    makeRoom(to, 1);
    // The version of the format.
    to.bytes[to.end] = 1;
    to.end += 1;
    write(to, String(value));
    putInt32(to.bytes, to.end - from - 4, from);
  },
  boolean: (to, value) => {
    int32(to, 1);
    makeRoom(to, 1);
    to.bytes[to.end] = value === true ? 1 : 0;
    to.end += 1;
  },
  integer: (to, value) => {
    int32(to, 4);
    int32(to, Number(value));
  },
  bigint: (to, value) => int64(to, Number(value)),
  'timestamp with time zone': (to, value) => int64(to, (Number(value) - EPOCH) * 1_000_000),
  bytea: addBytes,
  tsvector: addBytes,
};

const HYPHEN = '-'.charCodeAt(0);
/** By the code of the character: to parse two digits at a time takes ten times as long. */
const HEXADECIMAL = Uint8Array.from({ length: 128 }, (_, code) => Number.parseInt(String.fromCharCode(code), 16) || 0);
const digitAt = (text: string, at: number) => HEXADECIMAL[text.charCodeAt(at)] ?? 0;

function addText(to: Gathered, value: Exclude<Value, null>): void {
  const from = to.end;
  int32(to, 0);
  write(to, String(value));
  putInt32(to.bytes, to.end - from - 4, from);
}

function addBytes(to: Gathered, value: Exclude<Value, null>): void {
  if (!(value instanceof Uint8Array)) throw new TypeError(`${String(value)} is no bytes.`);
  int32(to, value.length);
  makeRoom(to, value.length);
  to.bytes.set(value, to.end);
  to.end += value.length;
}

function write(to: Gathered, text: string): void {
  makeRoom(to, 3 * text.length);
  to.end += to.bytes.write(text, to.end);
}

// Byte by byte, where the array itself cuts off what is larger: a Buffer's own way looks at value and place each time.
function int16(to: Gathered, value: number): void {
  makeRoom(to, 2);
  to.bytes[to.end] = value >> 8;
  to.bytes[to.end + 1] = value;
  to.end += 2;
}

function int32(to: Gathered, value: number): void {
  makeRoom(to, 4);
  putInt32(to.bytes, value, to.end);
  to.end += 4;
}

/** Of whole numbers that are exact. */
function int64(to: Gathered, value: number): void {
  makeRoom(to, 12);
  putInt32(to.bytes, 8, to.end);
  putInt32(to.bytes, Math.floor(value / HALF), to.end + 4);
  putInt32(to.bytes, ((value % HALF) + HALF) % HALF, to.end + 8);
  to.end += 12;
}

function putInt32(bytes: Buffer, value: number, at: number): void {
  bytes[at] = value >> 24;
  bytes[at + 1] = value >> 16;
  bytes[at + 2] = value >> 8;
  bytes[at + 3] = value;
}

function makeRoom(to: Gathered, more: number): void {
  if (to.end + more <= to.bytes.length) return;
  const larger = Buffer.allocUnsafe(2 * to.bytes.length + more);
  to.bytes.copy(larger, 0, 0, to.end);
  to.bytes = larger;
}
