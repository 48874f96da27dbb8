/** Waits for `ending`, but not once everything has to hurry. What fails on the way to the end is nobody's news any more. */
export async function unlessHurried(ending: Promise<void>, hurry: AbortSignal): Promise<void> {
  const hurried = Promise.withResolvers<void>();
  if (hurry.aborted) hurried.resolve();
  else hurry.addEventListener('abort', () => hurried.resolve(), { once: true });
  await Promise.race([ending.catch(() => undefined), hurried.promise]);
}
