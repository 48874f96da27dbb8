/**
 * What people write in made-up tickets: some hundred texts with a host's name to be put in. What the search keeps of each is
 * asked of the database once, because to work it out anew for each of a million tickets would take PostgreSQL minutes.
 */
import type { Client } from 'pg';
import { oneOf, type Random, seeded, wholeBetween } from '../measure/random.ts';

/** Stands for a host's name. */
export const HOST = 'node0000000';

const ENGLISH = `the and is that with not this have are was from please since upgrade kernel module boot panic memory
  driver network interface latency packet loss storage volume mount filesystem inode quota certificate expired renew login
  directory service restart systemd timer cron backup restore snapshot cluster failover quorum replica primary lag query slow
  index vacuum disk controller firmware repository package dependency conflict signature key mirror proxy timeout refused
  connection container image registry pod node drain taint policy security audit rule label denied context patch livepatch
  reboot window maintenance customer production staging after before yesterday morning workload throughput regression`;
const GERMAN = `der die das und ist nicht mit ein eine wir auf bitte seit Aktualisierung Kernel Treiber Netzwerk Verzögerung
  Speicher Datenträger Dateisystem Zertifikat abgelaufen Anmeldung Verzeichnis Dienst Neustart Sicherung Verbund Ausfall
  Abfrage langsam Paket Abhängigkeit Schlüssel Spiegel Zeitüberschreitung Verbindung abgelehnt Wartung Produktion gestern`;
const wordsIn = (text: string) => text.split(/\s+/) as [string, ...string[]];
const LANGUAGES = [wordsIn(ENGLISH), wordsIn(ENGLISH), wordsIn(ENGLISH), wordsIn(GERMAN)] as const;

const random = seeded(11);
const sentences = (many: number, from: number, to: number) =>
  Array.from({ length: many }, () => {
    const language = oneOf(random, [...LANGUAGES]);
    const said = Array.from({ length: wholeBetween(random, from, to) }, () => oneOf(random, language));
    said.splice(wholeBetween(random, 1, 3), 0, HOST);
    return said.join(' ');
  }) as [string, ...string[]];

const SUBJECTS = sentences(300, 4, 8);
const BODIES = sentences(600, 15, 40);
const NOTES = sentences(300, 4, 12);

export const subjectOf = (chance: Random): string => oneOf(chance, SUBJECTS);
export const bodyOf = (chance: Random): string => oneOf(chance, BODIES);
/** How it was resolved. */
export const noteOf = (chance: Random): string => oneOf(chance, NOTES);
/** As the use case says it. */
export const CONFIRMATION = 'We have received this and are looking at it.';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What the search keeps of a text of these, for a host and an account: as words_of() would say, in PostgreSQL's binary format. */
export type WordsOf = (text: string, owner: string) => Uint8Array | undefined;
/** Of each text, and where in it host and owner stand. */
export type KnownWords = ReadonlyMap<string, { words: Uint8Array; hostAt: number; ownerAt: number }>;

/** Asks the database for all of them. */
export async function knownWords(owner: Client): Promise<KnownWords> {
  const { rows } = await owner.query<{ said: string; words: Buffer }>(
    `select said, tsvectorsend(words_of(said, $1)) as words from unnest($2::text[]) said`,
    [NOBODY, [...SUBJECTS, ...BODIES, ...NOTES, CONFIRMATION]],
  );
  return new Map(
    rows.map(({ said, words }) => [said, { words, hostAt: words.indexOf(HOST), ownerAt: words.indexOf(NOBODY) }]),
  );
}

/** Undefined for a text that is none of these. */
export function wordsFrom(known: KnownWords): WordsOf {
  return (text, ownerId) => {
    const host = /node\d{7}/.exec(text)?.[0] ?? HOST;
    const found = known.get(text.replace(host, HOST));
    if (!found) return undefined;
    // Hosts are as long as one another, and so are owners.
    const words = Buffer.from(found.words);
    if (found.hostAt >= 0) words.write(host, found.hostAt, 'latin1');
    words.write(ownerId, found.ownerAt, 'latin1');
    return words;
  };
}
