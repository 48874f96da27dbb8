// Runs while the scripts are still on their way, and asks for what the first page begins with: who is signed in, the account
// that the address names and, on a customer's home, what is open and how promises stand. src/api/first-calls.ts hands the
// answers on. The home's own scripts, which build/preload-early.ts names, are asked for as well. A file of its own and no
// inline script: the content-security policy allows none.
(() => {
  const { pathname } = location;
  // Strangers' pages: nobody is signed in there.
  if (/^\/(sign-in|forgotten-password|password-resets|invitations|set-up)(\/|$)/.test(pathname)) return;

  /** @typedef {{ readonly side: string, readonly secondFactor: { readonly isMissing: boolean } }} Me */
  /** @param {string} path */
  const get = (path) => fetch(path, { credentials: 'same-origin', headers: { accept: 'application/json' } });
  const answer = get('/api/v1/me');
  const answers = new Map([['/api/v1/me', answer]]);
  Object.assign(globalThis, { tamarackFirstCalls: answers });
  /** @param {Response} known */
  const read = async (known) => (known.ok ? /** @type {Me} */ (await known.clone().json()) : undefined);
  const me = answer.then(read).catch(() => undefined);
  /**
   * There from the beginning, so that nobody asks twice; nothing comes of it where the server would refuse.
   * @param {string} path
   * @param {(known: Me) => boolean} may
   */
  const once = (path, may) =>
    answers.set(
      path,
      // Whoever takes an answer that never came asks again, and learns why.
      me.then((known) => (known && may(known) ? get(path) : undefined)).catch(() => undefined),
    );

  const [first, id] = /^\/accounts\/([0-9a-f-]{36})(?![^/])/.exec(pathname) ?? [];
  if (!id) return;
  /** @param {Me} known */
  const hasAccess = (known) => !known.secondFactor.isMissing;
  /** @param {Me} known */
  const isCustomer = (known) => hasAccess(known) && known.side === 'customer';
  once(`/api/v1/accounts/${id}`, hasAccess);
  if (pathname !== first) return;
  once(`/api/v1/tickets?accountId=${id}&state=open&limit=6`, isCustomer);
  once(`/api/v1/accounts/${id}/ledger`, isCustomer);
  const home = document.currentScript?.dataset.home?.split(' ') ?? [];
  for (const href of home) {
    const isStyle = href.endsWith('.css');
    const link = document.createElement('link');
    if (isStyle) link.as = 'style';
    document.head.append(Object.assign(link, { rel: isStyle ? 'preload' : 'modulepreload', crossOrigin: '', href }));
  }
})();
