import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { createBrowserPorts } from './app/create-browser-ports';
import { ErrorBoundary } from './app/error-boundary';
import { createAppStore } from './state/create-app-store';
import { startApp } from './state/start-app';
import { AppStoreContext } from './state/use-app-store';
import { examplePitch } from './text-ja/example-pitch';

const ports = createBrowserPorts();
const store = createAppStore(ports);
void startApp(store, ports, examplePitch);
// A page that goes away for good does not always become hidden first.
addEventListener('pagehide', () => void store.getState().savesFlushed());

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <AppStoreContext value={store}>
          <App />
        </AppStoreContext>
      </ErrorBoundary>
    </StrictMode>,
  );
}
