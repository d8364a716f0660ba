/**
 * What animations make of the page's elements that do not come to their end by themselves in print, as declarations. One that a script
 * started (Web Animations) stands in no style sheet, and what has been faded in by one would be lost; others wait, or follow a scroll bar.
 */
export function scriptAnimations(page: Document): Map<Element, string> {
  const styles = new Map<Element, string>();
  for (const animation of Document.prototype.getAnimations.call(page)) {
    const { effect } = animation;
    if (isStyled(animation) && animation.playState !== 'paused' && animation.timeline === page.timeline) continue;
    if (!(effect instanceof KeyframeEffect) || effect.target === null || effect.pseudoElement !== null) continue;
    const declarations = declarationsOf(effect, effect.target);
    styles.set(effect.target, (styles.get(effect.target) ?? '') + declarations);
  }
  return styles;
}

function isStyled(animation: Animation): boolean {
  return animation instanceof CSSAnimation || animation instanceof CSSTransition;
}

const noProperty = /^(?:offset|computedOffset|easing|composite)$/;

function declarationsOf(effect: KeyframeEffect, target: Element): string {
  const { progress } = effect.getComputedTiming();
  const frames = effect.getKeyframes();
  if (progress === null || progress === undefined) return '';
  const names = new Set(frames.flatMap((frame) => Object.keys(frame).filter((name) => !noProperty.test(name))));
  const now = getComputedStyle(target);
  return [...names]
    .map((name) => {
      const property = cssName(name);
      // A value as the script wrote it stays true on paper: 60 % of the page's width, not of the window's.
      const ends = frames.filter((frame) => name in frame).map((frame) => frame[name]);
      const written = progress === 1 ? ends.at(-1) : progress === 0 ? ends[0] : undefined;
      return `;${property}:${written ?? now.getPropertyValue(property)}!important`;
    })
    .join('');
}

function cssName(name: string): string {
  if (name === 'cssFloat') return 'float';
  return name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
