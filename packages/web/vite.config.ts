import react from '@vitejs/plugin-react';
import postcssPresetMantine from 'postcss-preset-mantine';
import { type CSSOptions, defineConfig } from 'vite';
import { chunks } from './build/chunks.ts';
import { compressAssets } from './build/compress-assets.ts';
import { contractTables } from './build/contract-tables.ts';
import { preloadEarly } from './build/preload-early.ts';

/** The preset has no types of its own. */
const postcss = { plugins: [(postcssPresetMantine as () => object)()] } as NonNullable<CSSOptions['postcss']>;

/** `vite` serves while working, and asks a Tamarack on port 4600 for the API; `vite build` writes dist/. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), contractTables(), preloadEarly(), compressAssets()],
  css: { postcss },
  build: {
    outDir: 'dist',
    target: 'es2023',
    // No data: URLs, so that the content-security policy may stay as strict as it is; no polyfill that would be inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: chunks } },
  },
  server: { port: 4601, strictPort: true, proxy: { '/api': 'http://127.0.0.1:4600' } },
});
