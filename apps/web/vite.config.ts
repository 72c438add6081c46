import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API of a developer's own `npm start` listens. */
const api = process.env['FORLOP_API'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    manifest: true,
    // The strict policy of the page allows no `data:` fonts or styles, and small files compress badly inside others.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    // What is always loaded is one file, not one for each set of screens that share something: a browser fetches six at a time, and what the list reads would wait behind them.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
  },
  server: { proxy: Object.fromEntries(['/api', '/auth', '/live', '/openapi.json'].map((path) => [path, { target: api, changeOrigin: false }])) },
});
