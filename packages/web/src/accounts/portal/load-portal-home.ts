/** The portal's home, of which staff load nothing. */
export function loadPortalHome() {
  return import('./portal-home.tsx');
}
