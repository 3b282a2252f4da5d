import {
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Box, MAP } from './map-layout.ts';
import type { Picture, PictureLabel } from './map-picture.ts';

/** The steps of the zoom: the whole map first. */
export const ZOOMS = [1, 1.5, 2, 3, 4, 6, 8] as const;

/** Moves what is seen of a drawing by half a screen. */
export const panBy = (frame: HTMLElement | null, x: number, y: number): void => {
  if (frame === null) return;
  frame.scrollBy({
    left: (x * frame.clientWidth) / 2,
    top: (y * frame.clientHeight) / 2,
    behavior: 'smooth',
  });
};

/** Keeps the middle of the screen in the middle when the drawing grows or shrinks. */
export const useKeptMiddle = (frame: RefObject<HTMLElement | null>, zoom: number | undefined): void => {
  const middle = useRef<readonly [number, number]>([0.5, 0.5]);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null || zoom === undefined) return undefined;
    const [x, y] = middle.current;
    // Asked for any sooner, the sizes would be laid out twice: here, and in the frame that shows them.
    const asked = requestAnimationFrame(() =>
      element.scrollTo({
        left: x * element.scrollWidth - element.clientWidth / 2,
        top: y * element.scrollHeight - element.clientHeight / 2,
        behavior: 'instant',
      }),
    );
    const note = (): void => {
      middle.current = [
        (element.scrollLeft + element.clientWidth / 2) / Math.max(1, element.scrollWidth),
        (element.scrollTop + element.clientHeight / 2) / Math.max(1, element.scrollHeight),
      ];
    };
    element.addEventListener('scroll', note, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      element.removeEventListener('scroll', note);
    };
  }, [frame, zoom]);
};

/** Drags the drawing under the mouse; touch and wheel scroll it by themselves. */
export interface Drag {
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  onPointerMove(event: PointerEvent<HTMLElement>): void;
  /** True once after a drag: the click that ends it selects nothing. */
  wasDrag(): boolean;
}

const SLACK = 4;

/** The way to drag a drawing inside its frame. */
export const useDrag = (frame: RefObject<HTMLElement | null>): Drag => {
  const from = useRef<{ x: number; y: number; left: number; top: number } | undefined>(undefined);
  const moved = useRef(false);
  return {
    onPointerDown: (event) => {
      const element = frame.current;
      moved.current = false;
      from.current =
        element !== null && event.pointerType === 'mouse' && event.button === 0
          ? { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop }
          : undefined;
    },
    onPointerMove: (event) => {
      const [start, element] = [from.current, frame.current];
      if (start === undefined || element === null || event.buttons === 0) return;
      const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
      if (Math.hypot(dx, dy) > SLACK) moved.current = true;
      if (moved.current)
        element.scrollTo({ left: start.left - dx, top: start.top - dy, behavior: 'instant' });
    },
    wasDrag: () => {
      const was = moved.current;
      moved.current = false;
      return was;
    },
  };
};

/**
 * Shows the layers of a sheet at the size that the page gives it. They keep a size of their own, so that words are
 * laid out once, whatever opens beside the drawing.
 */
export const useScale = (
  sheet: RefObject<HTMLElement | null>,
  width: number,
): RefObject<HTMLDivElement | null> => {
  const layers = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = sheet.current;
    if (element === null) return undefined;
    const watcher = new ResizeObserver(([seen]) => {
      const scale = (seen?.contentRect.width ?? width) / width;
      if (layers.current !== null) layers.current.style.transform = `scale(${scale})`;
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [sheet, width]);
  return layers;
};

/** The labels that stand in one part of the drawing: they are drawn, and left out, together. */
export interface LabelPart {
  readonly key: string;
  readonly box: Box;
  readonly labels: readonly PictureLabel[];
}

/** Width and height of a part: a quarter of what a screen shows. */
const PART = MAP.width / 4;

/** So many labels are drawn in one frame at most. */
export const MOST_TOGETHER = 8;

/** The labels of a picture by part, the part of the most important one first; each label stands in one of them. */
export const partsOf = (picture: Picture): readonly LabelPart[] => {
  const parts = new Map<string, { box: Box; readonly labels: PictureLabel[] }>();
  for (const one of picture.labels) {
    const { left, top, right, bottom } = one.label.box;
    const key = `${Math.floor(left / PART)} ${Math.floor(top / PART)}`;
    const part = parts.get(key);
    if (part === undefined || part.labels.length === MOST_TOGETHER) {
      if (part !== undefined) parts.set(`${key} ${parts.size}`, part);
      parts.set(key, { box: one.label.box, labels: [one] });
    } else {
      part.labels.push(one);
      part.box = {
        left: Math.min(part.box.left, left),
        top: Math.min(part.box.top, top),
        right: Math.max(part.box.right, right),
        bottom: Math.max(part.box.bottom, bottom),
      };
    }
  }
  return [...parts].map(([key, part]) => ({ key, ...part }));
};

/** Up to so many labels are simply all there. */
const ALL_LABELS = 250;

/** The labels near the part of the drawing that is seen; all of them where they are few. */
export const useSeenParts = (
  frame: RefObject<HTMLElement | null>,
  picture: Picture,
): readonly LabelPart[] => {
  const parts = useMemo(() => partsOf(picture), [picture]);
  const [place, setPlace] = useState('0 0');
  const isCulled = picture.labels.length > ALL_LABELS;
  useEffect(() => {
    const element = frame.current;
    if (element === null || !isCulled) return undefined;
    let asked = 0;
    const look = (): void => {
      asked = 0;
      const x = Math.floor((element.scrollLeft / Math.max(1, element.clientWidth)) * 2);
      const y = Math.floor((element.scrollTop / Math.max(1, element.clientHeight)) * 2);
      setPlace(`${x} ${y}`);
    };
    const soon = (): void => {
      if (asked === 0) asked = requestAnimationFrame(look);
    };
    look();
    element.addEventListener('scroll', soon, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      element.removeEventListener('scroll', soon);
    };
  }, [frame, isCulled]);
  if (!isCulled) return parts;
  const [x = 0, y = 0] = place.split(' ').map(Number);
  // A screen is one zoom-th of the drawing; half a screen around it is there before it is seen.
  const [width, height] = [picture.width / picture.zoom, picture.height / picture.zoom];
  const [left, top] = [(x / 2 - 0.5) * width, (y / 2 - 0.5) * height];
  return parts.filter(
    ({ box }) =>
      box.right > left && box.left < left + width * 2.5 && box.bottom > top && box.top < top + height * 2.5,
  );
};
