import { Suspense, useState, type ComponentProps, type ReactNode } from 'react';
import { Provider } from 'urql';
import { Redirect, Route, Switch, useParams } from 'wouter';
import { t } from './words/words.js';
import { DistrictProvider, firstDistrict } from './frame/district.js';
import { client } from './frame/graphql-client.js';
import { KeyList } from './frame/key-list.js';
import { useKeys } from './parts/keys.js';
import { OwnList } from './frame/own-list.js';
import { Palette } from './frame/palette.js';
import { PermittedScreen } from './frame/permitted-screen.js';
import { PhoneLists } from './frame/phone-lists.js';
import { Rail } from './frame/rail.js';
import { analysisScreens, deskScreens, startScreen, type Screen } from './screens.js';
import { useNarrow } from './frame/use-narrow.js';
import { UnsentCommands } from './frame/unsent-commands.js';
import { useViewer, ViewerProvider } from './frame/viewer.js';
import { useAreCountsLoaded, useWorklistCounts, WorklistCountsProvider } from './frame/worklist-counts.js';
import { firstList } from './frame/worklists.js';

export function App() {
  return (
    <Provider value={client}>
      <ViewerProvider>
        <Switch>
          <Route path="/desk/:district/*?">
            <District />
          </Route>
          {analysisScreens.map(({ path, Screen: Found }) => (
            <Route key={path} path={`/analysis${path}`}>
              <Suspense fallback={<Loading />}>
                <Found />
              </Suspense>
              <AnalysisPalette />
            </Route>
          ))}
          <Route path="/desk">
            <Start />
          </Route>
          <Route>
            <Missing />
          </Route>
        </Switch>
      </ViewerProvider>
    </Provider>
  );
}

function Start() {
  const viewer = useViewer();
  const district = firstDistrict(viewer);
  if (district === undefined) return <p className="frame-wait">{t('frame.noRoles')}</p>;
  // Who only searches and compares has no lists at the desk.
  const isAnalyst = viewer.roles.every(({ role }) => role === 'ANALYST' || role === 'REPUBLIC_ANALYST');
  return <Redirect to={isAnalyst ? '/analysis' : `/desk/${district}`} replace />;
}

function District() {
  const { district } = useParams<{ district: string }>();
  return (
    <InDistrict code={district} otherwise={<Missing />}>
      <Desk />
    </InDistrict>
  );
}

function InDistrict({ children, ...district }: ComponentProps<typeof DistrictProvider>) {
  return (
    <DistrictProvider {...district}>
      <WorklistCountsProvider>{children}</WorklistCountsProvider>
    </DistrictProvider>
  );
}

/** It leads to the lists of the district that was open last. */
function AnalysisPalette() {
  const [isShown, show] = useState(false);
  const district = firstDistrict(useViewer());
  if (district === undefined) return null;
  return (
    <InDistrict code={district} otherwise={null}>
      <Palette open={isShown} onShow={show} />
    </InDistrict>
  );
}

function Desk() {
  const counts = useWorklistCounts();
  const isLoaded = useAreCountsLoaded();
  const narrow = useNarrow();
  const [keysShown, showKeys] = useState(false);
  const [paletteShown, showPalette] = useState(false);
  useKeys([{ keys: 'Shift+Slash', title: t('frame.allKeys'), run: () => showKeys(true) }]);
  const first = firstList(counts);
  const framed = ({ Screen: Found, bare, list, reads }: Screen): ReactNode => {
    const screen = (
      <PermittedScreen reads={reads}>
        <Suspense fallback={<Loading />}>
          <Found />
        </Suspense>
      </PermittedScreen>
    );
    if (bare) return screen;
    return (
      <div className="d-frame">
        {narrow ? (
          <PhoneLists onKeys={() => showKeys(true)} onPalette={() => showPalette(true)} />
        ) : (
          <Rail onKeys={() => showKeys(true)} />
        )}
        {list ? <OwnList list={list}>{screen}</OwnList> : screen}
      </div>
    );
  };
  return (
    <>
      <Switch>
        {deskScreens.map((screen) => (
          <Route key={screen.path} path={`/desk/:district${screen.path}`}>
            {framed(screen)}
          </Route>
        ))}
        <Route path="/desk/:district">
          {framed(first ? startScreen : { path: '', Screen: isLoaded ? NoLists : Loading })}
        </Route>
        <Route>
          <Missing />
        </Route>
      </Switch>
      <Palette open={paletteShown} onShow={showPalette} />
      <UnsentCommands />
      <KeyList open={keysShown} onClose={() => showKeys(false)} />
    </>
  );
}

function Loading() {
  return <p className="frame-wait">{t('frame.loading')}</p>;
}

/** The administrator has no appeals: the rail says what there is. */
function NoLists() {
  return <main className="frame-wait">{t('frame.noLists')}</main>;
}

function Missing() {
  return (
    <main className="frame-wait">
      <h1>{t('frame.missing')}</h1>
      <p>
        <a href="/desk">{t('frame.toDesk')}</a>
      </p>
    </main>
  );
}
