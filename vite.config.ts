import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './tests/browser/launch-options.ts';

/** The file's text, read from beside this one. */
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/**
 * wavesurfer.js writes its styles into the page as one `<style>`, which a policy without 'unsafe-inline' refuses
 * unless it is named by its hash. The waveform's height is the one part of it that is not constant.
 */
function waveformStyleHash(): string {
  const [, height] = /WAVEFORM_HEIGHT = (\d+)/.exec(read('./src/features/review/recording-panel.tsx')) ?? [];
  const [, template] =
    /<style\$\{[^>]*:""\}>([^`]*?)<\/style>/.exec(
      read('./node_modules/wavesurfer.js/dist/wavesurfer.esm.js'),
    ) ?? [];
  if (!height || !template) throw new Error('The styles that wavesurfer.js writes were not found');
  const style = template.replace(/\$\{this\.getHeight\([^)]*\)\}/, height).replaceAll('\\n', '\n');
  if (/[$\\]/.test(style))
    throw new Error('The styles that wavesurfer.js writes hold more than is known of them');
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}

/**
 * The built page's Content-Security-Policy. No inline script; of inline styles only the one named by its hash:
 * React sets its style properties through the CSSOM, which the policy does not bind. What a `<meta>` cannot
 * say (`frame-ancestors`) is left to the host's headers.
 */
function describePolicy(): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' ${waveformStyleHash()}`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    // blob: for reading a take's own audio back.
    "connect-src 'self' blob:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join('; ');
}

function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: describePolicy() },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/**
 * The service worker stores the app's own files, all of them, when the app first opens. The dictionary has a
 * cache of its own (`src/adapters/tokenizer`), since it is many times larger than the rest and changes with
 * other versions.
 */
function installable() {
  return VitePWA({
    registerType: 'prompt',
    // `src/adapters/offline` registers it: a tab in the middle of a take must not be reloaded by another.
    injectRegister: false,
    manifest: {
      name: '一分（Ippun）',
      short_name: '一分',
      description: '1分間の自己紹介を、書いて、練習して、振り返る。',
      lang: 'ja',
      dir: 'ltr',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#faf6ef',
      theme_color: '#faf6ef',
      categories: ['education', 'productivity'],
      icons: [
        { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      ],
      screenshots: [
        { src: 'screenshots/write.png', sizes: '1280x800', type: 'image/png', form_factor: 'wide' },
        { src: 'screenshots/write-phone.png', sizes: '390x844', type: 'image/png', form_factor: 'narrow' },
      ],
    },
    includeManifestIcons: false,
    workbox: {
      globPatterns: ['**/*.{html,js,css,svg}', 'icons/*.png'],
      globIgnores: ['dictionary/**', 'screenshots/**', 'sw.js', 'workbox-*.js'],
      maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
      navigateFallback: 'index.html',
      // An address that names a file is that file, not the app.
      navigateFallbackDenylist: [/\/[^/?]+\.[^/?]+$/],
      cleanupOutdatedCaches: true,
      // From the first visit on: parts of the app that load later then come from the store as well.
      clientsClaim: true,
      skipWaiting: false,
      inlineWorkboxRuntime: true,
      sourcemap: false,
    },
  });
}

export default defineConfig({
  // Relative addresses: the built app works from any sub-path of any host.
  base: './',
  plugins: [react(), contentSecurityPolicy(), installable()],
  // Preloading is a hint: browsers that do not know it need no stand-in for it.
  build: { target: 'es2022', sourcemap: false, modulePreload: { polyfill: false } },
  worker: { format: 'es' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['**/*.browser.test.*', 'tests/journeys/**'],
          environment: 'node',
        },
      },
      {
        extends: true,
        // Found while tests run, they would be loaded a second time, and components would meet two copies of React.
        optimizeDeps: {
          include: [
            'react',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'react/jsx-runtime',
            'zustand',
            'zustand/vanilla',
            'zustand/react/shallow',
            'wouter',
            'wouter/use-hash-location',
            'fourier-transform',
            'idb',
            'valibot',
            'fast-check',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
