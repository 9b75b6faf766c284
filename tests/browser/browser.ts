import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Of the package's own flags, made for one page in a function, those that break a browser of many pages. */
const UNWANTED = [
  /^--single-process$/,
  /^--no-zygote$/,
  /^--headless/,
  /^--disable-web-security$/,
  /site-per-process/,
];

const OURS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The browser that comes as an npm package. */
export async function launchBrowser(): Promise<Browser> {
  const args = chromium.args.filter((flag) => !UNWANTED.some((unwanted) => unwanted.test(flag)));
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...new Set([...args, ...OURS])],
  });
}
