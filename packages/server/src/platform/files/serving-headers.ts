import { safeFileName } from './safe-file-name.ts';
import { UNKNOWN_TYPE } from './sniff-media-type.ts';

/** Shown in the page; everything else is saved. Pictures only: a PDF may run scripts and links of its own. */
const SHOWN_INLINE: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/**
 * Named to the browser as what they are, so that the right program opens them once saved. Anything else (HTML, SVG, XML,
 * scripts, fonts, and what a later version of the sniffer may learn) is named as bytes.
 */
const NAMED_TYPE =
  /^(?:image\/(?:png|jpeg|gif|webp|avif|heic|heif|tiff|bmp)|audio\/[a-z0-9.-]+|video\/[a-z0-9.-]+|text\/plain|text\/calendar|application\/(?:pdf|zip|gzip|x-7z-compressed|x-tar|x-xz|zstd|vnd\.ms-outlook|vnd\.tcpdump\.pcap|vnd\.oasis\.opendocument\.[a-z]+|vnd\.openxmlformats-officedocument\.[a-z]+\.[a-z]+))$/;

/**
 * The headers under which a stored file is answered, so that hostile content stays bytes: no guess at its type, no
 * script, no page of ours to run in. `mediaType` is what `put` found; `name` is what people called it, safe or not.
 */
export function servingHeaders(file: { readonly name: string; readonly mediaType: string }): Record<string, string> {
  const type = NAMED_TYPE.test(file.mediaType) ? file.mediaType : UNKNOWN_TYPE;
  return {
    // Only UTF-8 was taken for text; without a charset, old browsers guess one in which markup hides (UTF-7).
    'content-type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
    'content-disposition': contentDisposition(SHOWN_INLINE.has(type) ? 'inline' : 'attachment', file.name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    // The bytes of a hash never change, but rights to it do, and it may be erased: a day, and no shared cache.
    'cache-control': 'private, max-age=86400, immutable',
  };
}

/** RFC 6266: a plain name for old clients, and the real one in UTF-8 (RFC 8187), which all others prefer. */
function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const safe = safeFileName(name);
  // NFKD makes é an e and a mark, and also a real quote of a wide one: what may not stand there goes afterwards. A
  // percent sign as well: some browsers decode it even here.
  const plain = safe
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\/:%]/gu, '_');
  const extended = encodeURIComponent(safe).replace(/['()*]/g, percentEncoded);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${extended}`;
}

/** What `encodeURIComponent` leaves and RFC 8187 does not allow. */
function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
