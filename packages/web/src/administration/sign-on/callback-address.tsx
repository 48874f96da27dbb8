import { Copyable } from '../../ui/copyable.tsx';

/** What has to be registered with the provider, so that it sends people back to us. */
export function CallbackAddress({ path }: { readonly path: string }) {
  return (
    <div>
      <div style={{ fontSize: 13, fontWeight: 550, marginBottom: 4 }}>Callback address, to be registered there</div>
      <Copyable text={new URL(path, location.origin).href} what="the callback address" />
    </div>
  );
}
