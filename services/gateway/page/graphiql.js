import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/graphiql.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const socket = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
const tabs = JSON.parse(document.getElementById('examples').textContent);
// GraphiQL ignores the first default tab's variables; after the first visit it restores its own state.
const first = localStorage.getItem('graphiql:tabState') ? {} : { variables: tabs[0].variables };

createRoot(document.getElementById('page')).render(
  createElement(GraphiQL, {
    fetcher: createGraphiQLFetcher({ url: '/graphql', subscriptionUrl: socket }),
    defaultTabs: tabs,
    ...first,
    defaultEditorToolsVisibility: 'variables',
    shouldPersistHeaders: true,
  }),
);
