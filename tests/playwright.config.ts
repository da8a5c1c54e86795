import { defineConfig } from '@playwright/test';

import { chromium, FLAGS } from './harness/chromium.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const DESKTOP = { viewport: { width: 1280, height: 900 } };

export default defineConfig({
  globalSetup: './harness/prepare.ts',
  outputDir: './results',
  reporter: [['list'], ['./harness/closing-line.ts']],
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // A fresh two-core machine that compiles nothing any more answers well within this.
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: chromium(), args: FLAGS },
    // What is waited for in vain is told by its own line, not by the whole test's time.
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // A worker between page and network would hide the answers that tests alter on the way.
    // Those about being offline let it in.
    serviceWorkers: 'block',
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'phone', testDir: './journeys', use: PHONE },
    { name: 'desktop', testDir: './journeys', use: DESKTOP },
    { name: 'apply', testDir: './apply', use: PHONE },
    { name: 'follow', testDir: './follow', use: PHONE },
    // A hundred and more journeys, a quarter of an hour: `make test-faults`.
    ...(process.env.MOTCUA_FAULTS ? [{ name: 'faults', testDir: './faults', use: PHONE }] : []),
    // With a real screen reader, which has to be installed: `make test-listening`.
    ...(process.env.MOTCUA_LISTENING ? [{ name: 'listening', testDir: './listening' }] : []),
    // What does not depend on the width is done once.
    { name: 'once', testDir: './once', use: DESKTOP },
    { name: 'contract', testDir: './contract', use: PHONE },
  ],
});
