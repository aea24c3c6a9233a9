/** Builds the pages that customers see. The server serves `index.html` for every `/p/…` address. */
import { defineConfig } from 'vite'
import { contractWithoutSchemas } from './build/contract-without-schemas.ts'
import { darkByMedia } from './build/dark-by-media.ts'
import { weighScripts } from './build/weigh-scripts.ts'

export default defineConfig({
  root: import.meta.dirname,
  base: '/portal-assets/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [contractWithoutSchemas(), darkByMedia(), weighScripts()],
  build: {
    outDir: '../dist/portal',
    emptyOutDir: true,
    target: ['es2022', 'safari15', 'chrome94'],
    // A data: URL would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
