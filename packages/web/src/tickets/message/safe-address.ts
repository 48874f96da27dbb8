/** A protocol that a link may have; one without a protocol leads to a page of this very server. */
const PROTOCOL = /^(https?|ircs?|mailto|xmpp)$/i;

/** The address, where a link may lead there; `javascript:` and the like lead nowhere. */
export function safeAddress(url: string): string | undefined {
  const colon = url.indexOf(':');
  // A colon behind these is no protocol's.
  const isRelative = colon === -1 || /[/?#]/.test(url.slice(0, colon));
  const isSafe = url !== '' && (isRelative || PROTOCOL.test(url.slice(0, colon)));
  return isSafe ? encoded(url) : undefined;
}

/** As a browser would write it: a byte that no address has is escaped, and what is escaped stays. */
function encoded(url: string): string {
  try {
    return encodeURI(url).replaceAll(/%25([0-9a-f]{2})/gi, '%$1');
  } catch {
    return url;
  }
}
