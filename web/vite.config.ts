import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { ENTRIES, FIRST_FILES, preloadStart } from './src/app/build/first-files.ts';
import { lightStart, packFiles } from './src/app/build/light-start.ts';
import { manifestIn, otherManifest } from './src/app/build/manifest.ts';
import { SHARE_TARGET, shareTarget } from './src/app/build/share-target-file.ts';
import { cataloguePlugin } from './src/locale/build/plugin.ts';

const API = 'http://127.0.0.1:3000';

/** Addresses that the server answers itself: the service worker and the development server leave them alone. */
const SERVER_PATHS = [
  '/api',
  '/r/',
  '/l/',
  '/reminders/',
  '/c/',
  '/public',
  '/join',
  '/sign-in/',
  '/set-up/',
  '/door.css',
  '/listen.css',
  '/healthz',
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    cataloguePlugin(),
    preloadStart(),
    lightStart(),
    packFiles(),
    otherManifest(),
    shareTarget(),
    VitePWA({
      registerType: 'prompt',
      // The app registers the worker itself: an inline script would break the content security policy.
      injectRegister: false,
      includeAssets: ['ring.svg'],
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg}'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: SERVER_PATHS.map((path) => new RegExp(`^${path}`)),
        cleanupOutdatedCaches: true,
        importScripts: [`/${SHARE_TARGET}`],
        globIgnores: [`**/${SHARE_TARGET}`],
        runtimeCaching: [
          {
            // Fonts are not in the shell, because a Save-Data connection never asks for them.
            urlPattern: /\.woff2$/,
            handler: 'CacheFirst',
            options: { cacheName: 'fonts', expiration: { maxEntries: 12 } },
          },
        ],
      },
      manifest: manifestIn('fr'),
    }),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // The oldest browsers of the last 30 months; they all know light-dark() and cascade layers.
    target: ['chrome123', 'firefox124', 'safari17.5'],
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ENTRIES,
      output: { codeSplitting: { groups: FIRST_FILES } },
    },
  },
  server: { proxy: Object.fromEntries(SERVER_PATHS.map((path) => [path, API])) },
});
