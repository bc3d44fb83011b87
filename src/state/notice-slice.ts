import type { NoticeContent } from '../domain/notice/notice';
import type { Slice } from './app-state';

export interface Notice {
  id: string;
  content: NoticeContent;
  /** Takes back what the notice is about. */
  undo: (() => void) | null;
}

export interface NoticeSlice {
  notices: Notice[];
  noticed(content: NoticeContent, undo?: () => void): void;
  noticeDismissed(id: string): void;
}

/** The most notices in view; older ones make room. */
const MOST_NOTICES = 3;

export const createNoticeSlice =
  (newId: () => string): Slice<NoticeSlice> =>
  (set) => ({
    notices: [],
    noticed: (content, undo) =>
      set((state) => ({
        notices: [
          // The same trouble told again replaces the older telling.
          ...state.notices.filter((notice) => notice.undo !== null || notice.content.kind !== content.kind),
          { id: newId(), content, undo: undo ?? null },
        ].slice(-MOST_NOTICES),
      })),
    noticeDismissed: (id) =>
      set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
  });
