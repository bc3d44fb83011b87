import type { Element } from '../domain/coverage/element';
import { elementNames } from '../text-ja/vocabulary';
import styles from './element-mark.module.css';

/** Shape, words and colour together: ● ターゲット, ■ 特徴, ▲ ベネフィット; dashed and hollow where absent. */
const SHAPES: Record<Element, { present: string; absent: string }> = {
  target: { present: '●', absent: '○' },
  feature: { present: '■', absent: '□' },
  benefit: { present: '▲', absent: '△' },
};

export function elementMarkClass(element: Element, present: boolean): string {
  return `${styles.mark} ${present ? styles[element] : styles.absent}`;
}

export function ElementShape({ element, present }: { element: Element; present: boolean }) {
  return <span aria-hidden="true">{SHAPES[element][present ? 'present' : 'absent']}</span>;
}

interface ElementMarkProps {
  element: Element;
  present: boolean;
  /** The shape alone in sight, where names would not fit and are said once beside it. */
  compact?: boolean | undefined;
}

export function ElementMark({ element, present, compact }: ElementMarkProps) {
  return (
    <span className={elementMarkClass(element, present)}>
      <ElementShape element={element} present={present} />
      <span className={compact ? 'visually-hidden' : undefined}>{elementNames[element]}</span>
      <span className="visually-hidden">{present ? 'あり' : 'なし'}</span>
    </span>
  );
}
