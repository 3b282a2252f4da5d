import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { ENTRIES, FIRST_FILES, preloadStart } from './src/app/build/first-files.ts';
import { lightStart, packFiles } from './src/app/build/light-start.ts';
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
        runtimeCaching: [
          {
            // Fonts are not in the shell, because a Save-Data connection never asks for them.
            urlPattern: /\.woff2$/,
            handler: 'CacheFirst',
            options: { cacheName: 'fonts', expiration: { maxEntries: 12 } },
          },
        ],
      },
      manifest: {
        name: 'Tablée',
        short_name: 'Tablée',
        description: 'Où un partenariat multipartite se lance, se conçoit, se réalise et évolue.',
        start_url: '/',
        display: 'standalone',
        background_color: '#FAF8F3',
        theme_color: '#FAF8F3',
        // From the home screen of a phone straight to a note; what another app shares comes along as its first words.
        shortcuts: [
          {
            name: 'Noter un échange',
            short_name: 'Noter',
            url: '/note',
            icons: [{ src: '/ring-192.png', sizes: '192x192', type: 'image/png' }],
          },
        ],
        share_target: {
          action: '/note',
          method: 'GET',
          params: { title: 'title', text: 'text', url: 'url' },
        },
        icons: [
          { src: '/ring.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: '/ring-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: '/ring-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: '/ring-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
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
