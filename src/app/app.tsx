import { lazy, Suspense, useEffect } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Pitch, Variant } from '../domain/pitch/pitch';
import { LibraryPage } from '../features/tailor/library-page';
import { useAppStore } from '../state/use-app-store';
import { shellText as text } from '../text-ja/shell';
import { ButtonLink } from '../ui/button';
import { MessageBox } from '../ui/panel';
import { paths } from '../ui/paths';
import { FocusKept, FocusOnArrival } from './keep-focus';
import { NoticeList } from './notice-list';
import { Shell } from './shell';

// Each screen beyond the first loads when it is gone to; the service worker has them all by then.
const WritePage = lazy(async () => ({ default: (await import('../features/write/write-page')).WritePage }));
const RehearsePage = lazy(async () => {
  // What conducts the rehearsal comes along, so that nothing has to be waited for after the click that opens it.
  const [{ RehearsePage: page }] = await Promise.all([
    import('../features/rehearse/rehearse-page'),
    import('../state/conduct-rehearsal'),
  ]);
  return { default: page };
});
const MemorisePage = lazy(async () => ({
  default: (await import('../features/memorise/memorise-page')).MemorisePage,
}));
const DoorwayPage = lazy(async () => ({
  default: (await import('../features/memorise/doorway-page')).DoorwayPage,
}));
const ProgressPage = lazy(async () => ({
  default: (await import('../features/progress/progress-page')).ProgressPage,
}));
const MatrixPage = lazy(async () => ({
  default: (await import('../features/tailor/matrix-page')).MatrixPage,
}));
const TakePage = lazy(async () => {
  const [{ TakePage: page }] = await Promise.all([
    import('../features/review/take-page'),
    import('../state/time-recording'),
  ]);
  return { default: page };
});
const ComparePage = lazy(async () => ({
  default: (await import('../features/review/compare-page')).ComparePage,
}));
const SharePage = lazy(async () => {
  const [{ SharePage: Page }, { writeVariantFile }] = await Promise.all([
    import('../features/share/share-page'),
    import('../adapters/storage/backup/variant-file'),
  ]);
  return {
    default: (props: { variant: Variant }) => <Page {...props} writeVariantFile={writeVariantFile} />,
  };
});
const ReceivePage = lazy(async () => {
  const [{ ReceivePage: Page }, { readShared }] = await Promise.all([
    import('../features/share/receive-page'),
    import('../adapters/sharing/read-shared'),
  ]);
  return { default: (props: { payload: string }) => <Page {...props} readShared={readShared} /> };
});
const CompareVariantsPage = lazy(async () => ({
  default: (await import('../features/compare/compare-variants-page')).CompareVariantsPage,
}));
const FitPage = lazy(async () => ({ default: (await import('../features/fit/fit-page')).FitPage }));
const RevisionsPage = lazy(async () => ({
  default: (await import('../features/revisions/revisions-page')).RevisionsPage,
}));
const SettingsPage = lazy(async () => {
  const [{ SettingsPage: page }] = await Promise.all([
    import('../features/settings/settings-page'),
    import('../state/run-trial'),
  ]);
  return { default: page };
});

/** The screens behind their addresses. */
export function App() {
  return (
    <Router hook={useHashLocation}>
      <ThemeSwitch />
      <FocusOnArrival />
      <FocusKept />
      <Shell>
        <Suspense fallback={<p role="status">{text.loading}</p>}>
          <Switch>
            <Route path="/">
              <LibraryPage />
            </Route>
            <Route path="/write/:variantId">
              {({ variantId }) => (
                <WithVariant id={variantId}>
                  {(variant) => <WritePage key={variant.id} variant={variant} />}
                </WithVariant>
              )}
            </Route>
            <Route path="/memorise/:variantId">
              {({ variantId }) => (
                <WithVariant id={variantId} spoken>
                  {(variant) => <MemorisePage key={variant.id} variant={variant} />}
                </WithVariant>
              )}
            </Route>
            <Route path="/doorway/:variantId">
              {({ variantId }) => (
                <WithVariant id={variantId} spoken>
                  {(variant) => <DoorwayPage key={variant.id} variant={variant} />}
                </WithVariant>
              )}
            </Route>
            <Route path="/rehearse/:variantId">
              {({ variantId }) => (
                <WithVariant id={variantId} spoken>
                  {(variant) => <RehearsePage key={variant.id} variant={variant} />}
                </WithVariant>
              )}
            </Route>
            <Route path="/review/:variantId">
              {({ variantId }) => (
                <WithVariant id={variantId} spoken>
                  {(variant) => <ProgressPage key={variant.id} variant={variant} />}
                </WithVariant>
              )}
            </Route>
            <Route path="/review/:variantId/:takeId">
              {({ variantId, takeId }) => (
                <WithVariant id={variantId}>
                  {(variant) => <TakePage key={takeId} variant={variant} takeId={takeId} />}
                </WithVariant>
              )}
            </Route>
            <Route path="/review/:variantId/:beforeId/:afterId">
              {({ variantId, beforeId, afterId }) => (
                <WithVariant id={variantId}>
                  {(variant) => (
                    <ComparePage
                      key={`${beforeId} ${afterId}`}
                      variant={variant}
                      beforeId={beforeId}
                      afterId={afterId}
                    />
                  )}
                </WithVariant>
              )}
            </Route>
            <Route path="/share/:variantId">
              {({ variantId }) => (
                <WithVariant id={variantId}>
                  {(variant) => <SharePage key={variant.id} variant={variant} />}
                </WithVariant>
              )}
            </Route>
            <Route path="/receive/*?">{({ '*': payload = '' }) => <ReceivePage payload={payload} />}</Route>
            <Route path="/compare/:variantId/:otherId?">
              {({ variantId, otherId }) => (
                <WithVariant id={variantId}>
                  {(variant) => <CompareVariantsPage variant={variant} otherId={otherId} />}
                </WithVariant>
              )}
            </Route>
            <Route path="/fit/:variantId">
              {({ variantId }) => (
                <WithVariant id={variantId}>
                  {(variant) => <FitPage key={variant.id} variant={variant} />}
                </WithVariant>
              )}
            </Route>
            <Route path="/revisions/:variantId">
              {({ variantId }) => (
                <WithVariant id={variantId}>
                  {(variant) => <RevisionsPage key={variant.id} variant={variant} />}
                </WithVariant>
              )}
            </Route>
            <Route path="/matrix/:pitchId">
              {({ pitchId }) => (
                <WithPitch id={pitchId}>{(pitch) => <MatrixPage key={pitch.id} pitch={pitch} />}</WithPitch>
              )}
            </Route>
            <Route path="/settings">
              <OnceRead>
                <SettingsPage />
              </OnceRead>
            </Route>
            <Route>
              <Redirect to={paths.library()} />
            </Route>
          </Switch>
        </Suspense>
      </Shell>
      <NoticeList />
    </Router>
  );
}

/** Fields that begin with what is kept must not be drawn before it is read. */
function OnceRead({ children }: { children: React.ReactNode }) {
  const loading = useAppStore((state) => state.library === 'loading');
  return loading ? <p role="status">{text.loading}</p> : children;
}

interface WithVariantProps {
  id: string;
  /** The screen is of no use for a text that is read. */
  spoken?: boolean;
  children(variant: Variant): React.ReactNode;
}

function WithVariant({ id, spoken, children }: WithVariantProps) {
  const variant = useAppStore((state) => state.variants[id]);
  if (!variant || variant.deletedAt !== null) return <NotFound />;
  return spoken && variant.medium === 'written' ? <OnlyRead variant={variant} /> : children(variant);
}

function WithPitch({ id, children }: { id: string; children(pitch: Pitch): React.ReactNode }) {
  const pitch = useAppStore((state) => state.pitches[id]);
  return pitch && pitch.deletedAt === null ? children(pitch) : <NotFound />;
}

/** In place of what is not there, or not yet. */
function NotFound() {
  const loading = useAppStore((state) => state.library === 'loading');
  if (loading) return <p role="status">{text.loading}</p>;
  return (
    <>
      <h1 tabIndex={-1}>{text.notFoundTitle}</h1>
      <MessageBox title={text.notFoundTitle} body={text.notFoundBody}>
        <ButtonLink to={paths.library()}>{text.backToLibrary}</ButtonLink>
      </MessageBox>
    </>
  );
}

/** In place of a screen for what is spoken: why there is none, and how there would be. */
function OnlyRead({ variant }: { variant: Variant }) {
  return (
    <>
      <h1 tabIndex={-1}>{variant.title}</h1>
      <MessageBox title={text.onlyReadTitle} body={text.onlyReadBody} icon="speech">
        <ButtonLink to={paths.write(variant.id)}>{text.toScript}</ButtonLink>
      </MessageBox>
    </>
  );
}

function ThemeSwitch() {
  const theme = useAppStore((state) => state.settings.theme);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme]);
  return null;
}
