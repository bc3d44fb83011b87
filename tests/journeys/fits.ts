import { expect, type Page } from '@playwright/test';

const PHONES = [
  { width: 390, height: 844 },
  { width: 360, height: 740 },
];
const TEXT_SIZES = ['100%', '200%'];

/** What lies badly on the screen as it is now, in words; empty where all is well. */
function findMisfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const misfits: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
      const widest = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
      );
      misfits.push(
        `scrolls sideways by ${root.scrollWidth - root.clientWidth} px: ${widest.slice(0, 3).map((element) => element.outerHTML.slice(0, 80))}`,
      );
    }
    const dialog = document.querySelector('dialog[open]');
    const inWords = (element: Element) =>
      `<${element.tagName.toLowerCase()}> ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}`;
    /** What floats or sticks lies over what scrolls below it, on purpose. */
    const floats = (element: Element): boolean => {
      for (let up: Element | null = element; up; up = up.parentElement) {
        if (['fixed', 'sticky'].includes(getComputedStyle(up).position)) return true;
      }
      return false;
    };
    const ancestors = (element: Element): Element[] =>
      element.parentElement ? [element.parentElement, ...ancestors(element.parentElement)] : [];
    /** Words for screen readers alone. */
    const unseen = (element: Element): boolean =>
      [element, ...ancestors(element)].some((up) => getComputedStyle(up).clipPath === 'inset(50%)');
    const shown = [
      ...(dialog ?? document).querySelectorAll(
        'a, button, input, textarea, select, h1, h2, h3, p, th, td, li',
      ),
    ]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter((element) => !unseen(element))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 2 && box.height > 2);
    /** As much of its height as what scrolls around it leaves in view. */
    const heightInView = (element: Element, box: DOMRect): { top: number; bottom: number } => {
      const scrollers = ancestors(element).filter((up) => getComputedStyle(up).overflowY !== 'visible');
      const boxes = [box, ...scrollers.map((up) => up.getBoundingClientRect())];
      return {
        top: Math.max(...boxes.map(({ top }) => top)),
        bottom: Math.min(...boxes.map(({ bottom }) => bottom)),
      };
    };
    for (const { element, box } of shown) {
      if (box.left < -1 || box.right > root.clientWidth + 1)
        misfits.push(`beyond the edge: ${inWords(element)}`);
    }
    const controls = shown
      .filter(({ element }) => element.matches('a, button, input, textarea, select') && !floats(element))
      .map(({ element, box }) => ({ element, box, ...heightInView(element, box) }));
    for (const [index, one] of controls.entries()) {
      for (const other of controls.slice(index + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (width > 2 && height > 2)
          misfits.push(`overlap: ${inWords(one.element)} and ${inWords(other.element)}`);
      }
    }
    for (const { element } of controls) {
      if (
        element.matches('button, a') &&
        element.scrollWidth > element.clientWidth + 2 &&
        element.clientWidth > 0
      ) {
        misfits.push(`words cut off: ${inWords(element)}`);
      }
    }
    return misfits;
  });
}

/** Holds what is shown to a phone's width, at the usual size of text and at twice it; leaves the screen as it was. */
export async function expectFits(page: Page, screen: string): Promise<void> {
  const before = page.viewportSize();
  const setTextSize = (size: string) =>
    page.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize;
    }, size);
  for (const phone of PHONES) {
    await page.setViewportSize(phone);
    for (const size of TEXT_SIZES) {
      await setTextSize(size);
      expect.soft(await findMisfits(page), `${screen}, ${phone.width} px wide, text ${size}`).toEqual([]);
    }
  }
  await setTextSize('');
  if (before) await page.setViewportSize(before);
}
