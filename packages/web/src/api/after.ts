/**
 * Goes on after a call that succeeded, also when the component that made it is gone by then: what is passed to `mutate` itself is
 * not called any more, and a list that learns of the change often takes away the form that made it. A failure is shown elsewhere.
 */
export async function after<T>(call: Promise<T>, goOn: (given: T) => unknown): Promise<void> {
  let given: T;
  try {
    given = await call;
  } catch {
    return;
  }
  goOn(given);
}
