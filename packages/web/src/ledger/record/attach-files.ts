/** Files that go with something that is being written: those that the server has, and those on their way to it. */
import { failureWords } from '../../api/failure-words.ts';
import { Refused } from '../../api/refused.ts';
import { uploadFile, type UploadedFile } from '../../api/upload-file.ts';
import { ownName } from './own-name.ts';

/** As the contract: what goes with one fact or message. */
const MOST_FILES = 20;

export type Upload = {
  readonly name: string;
  /** Why it did not arrive. */
  readonly failed?: string;
};

export type Attached = { readonly files: readonly UploadedFile[]; readonly uploads: readonly Upload[] };

/** Changes them from what they are at that moment. */
export type ChangeAttached = (change: (now: Attached) => Attached) => void;

/** An upload that has begun: what the server makes of it, or nothing if it fails. */
export type Begun = {
  readonly file: File;
  readonly name: string;
  readonly arrives: Promise<UploadedFile | undefined>;
};

/** Whether some are not there yet: what goes out now would go without them. */
export function isUploading({ uploads }: Pick<Attached, 'uploads'>): boolean {
  return uploads.some(isUnderWay);
}

/** Uploads files, each by a name of its own, and says meanwhile what is on its way and what fails. */
export function attachFiles(
  accountId: string,
  chosen: readonly File[],
  { files, uploads }: Attached,
  change: ChangeAttached,
  isQuoted: (name: string) => boolean = () => false,
): readonly Begun[] {
  const there = [...files, ...uploads.filter(isUnderWay)];
  const taken = new Set(there.map(({ name }) => name));
  const named = chosen.map((file) => {
    const name = ownName(file.name, (wanted) => taken.has(wanted) || isQuoted(wanted));
    taken.add(name);
    return { file, name };
  });
  const room = Math.max(0, MOST_FILES - there.length);
  const full = named.slice(room).map(({ name }) => ({ name, failed: `At most ${MOST_FILES} files go along.` }));
  const begun = named.slice(0, room);
  change((now) => ({
    ...now,
    uploads: [...now.uploads.filter(isUnderWay), ...begun.map(({ name }) => ({ name })), ...full],
  }));
  return begun.map(({ file, name }) => ({ file, name, arrives: upload(accountId, file, name, change) }));
}

function isUnderWay({ failed }: Upload): boolean {
  return failed === undefined;
}

async function upload(
  accountId: string,
  file: File,
  name: string,
  change: ChangeAttached,
): Promise<UploadedFile | undefined> {
  const others = (now: Attached) => now.uploads.filter((each) => each.name !== name);
  try {
    const uploaded = await uploadFile(accountId, file, name);
    change((now) => ({ files: [...now.files, uploaded], uploads: others(now) }));
    return uploaded;
  } catch (error) {
    const { title, remedy } = failureWords(error);
    const failed = `${title} ${error instanceof Refused ? remedy : 'Add it again.'}`;
    change((now) => ({ ...now, uploads: [...others(now), { name, failed }] }));
    return undefined;
  }
}
