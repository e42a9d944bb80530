import { html, type Markup } from './html.js';
import type { SeenMessage, SeenThread } from './seen.js';
import { SCRIPT, STYLE } from './style.js';
import type { TownAccount } from './town-account.js';
import { TOWN_NETWORKS } from './town-networks.js';
import { NEIGHBOURS, WORDS, type Fault } from './words.js';

/** What is looked at, and as whom. */
export interface View {
  readonly accounts: readonly TownAccount[];
  readonly account: TownAccount | undefined;
  readonly thread: SeenThread | undefined;
  readonly person: string;
  readonly replyTo: SeenMessage | undefined;
}

export function pageOf(view: View): string {
  const { account, thread } = view;
  return html`<!DOCTYPE html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${thread ? `${thread.title} · ` : ''}${WORDS.title}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <header>
          <h1>${WORDS.title}</h1>
          <p>${WORDS.lead}</p>
        </header>
        <div class="town">
          <nav data-live>${pages(view)}</nav>
          <main>
            ${account && thread ? threadOf(account, thread, view) : html`<p class="sheet">${WORDS.nobody}</p>`}
          </main>
          <aside>${account && thread ? besides(account, thread, view) : ''}${another()}</aside>
        </div>
        <script>
          ${raw(SCRIPT)};
        </script>
      </body>
    </html>`.text;
}

const raw = (text: string): Markup => html([text] as unknown as TemplateStringsArray);

export const addressOf = ({ network, page }: TownAccount, thread: string): string =>
  `/${network}/${encodeURIComponent(page)}/${encodeURIComponent(thread)}`;

function pages({ accounts, account, thread }: View): readonly Markup[] {
  return accounts.map((one) => {
    const link = ({ id, title, person }: TownAccount['threads'][number]) => {
      const current = one === account && id === thread?.id ? html` aria-current="page"` : '';
      return html`<a href="${addressOf(one, id)}" ${current}>${title ?? person?.name}</a>`;
    };
    const of = (kind: string) => one.threads.filter((thread) => thread.kind === kind).map(link);
    const dialogues = of('DIRECT');
    return html`<section>
      <h2>${WORDS.networks[one.network]}, ${one.title}</h2>
      <h3>${WORDS.posts}</h3>
      ${of('COMMENT')}
      <h3>${WORDS.dialogues}</h3>
      ${dialogues.length > 0 ? dialogues : html`<p class="small">${WORDS.noDialogues}</p>`}
    </section>`;
  });
}

function threadOf(account: TownAccount, thread: SeenThread, view: View): Markup {
  const { simulator } = account;
  const waiting = simulator.pending.length;
  return html`<article class="sheet" data-live>
      <h2>${thread.title}</h2>
      <p class="facts">
        <span>${WORDS.networks[account.network]}, ${account.title}</span>
        ${
          thread.kind === 'COMMENT' &&
          html`<span>${WORDS.likesOfPost}: ${thread.likes}</span><span>${WORDS.viewsOfPost}: ${thread.views}</span>`
        }
        ${thread.closed && html`<span class="attention">${WORDS.closed}</span>`}
        ${thread.gone && html`<span class="attention">${WORDS.gone}</span>`}
        ${simulator.world.tokenRevoked && html`<span class="attention">${WORDS.tokenRevoked}</span>`}
        ${simulator.world.rightsLost && html`<span class="attention">${WORDS.rightsLost}</span>`}
        ${
          simulator.subscription
            ? html`<span>${WORDS.listens}</span>`
            : html`<span class="attention">${WORDS.deaf}</span>`
        }
        ${waiting > 0 && html`<span>${WORDS.waiting}: ${waiting}</span>`}
      </p>
      ${thread.kind === 'COMMENT' && postActs(account, thread.id)}
      ${
        thread.messages.length > 0
          ? thread.messages.map((one) => message(account, thread, one, view))
          : html`<p class="small">${WORDS.empty}</p>`
      }
    </article>
    ${writing(account, thread, view)}`;
}

const postActs = (account: TownAccount, thread: string): Markup =>
  html`<div class="acts">
    ${act('like-post', account, { thread, likes: '1' }, WORDS.likePost)}
    ${act('like-post', account, { thread, views: '100' }, WORDS.viewPost)}
  </div>`;

function message(account: TownAccount, thread: SeenThread, one: SeenMessage, { person }: View): Markup {
  const above = thread.messages.find(({ id }) => id === one.replyTo);
  const look = `${one.author === null ? ' is-ours' : ''}${one.removed ? ' is-removed' : ''}${above ? ' is-reply' : ''}`;
  return html`<section class="said${look}" id="m-${one.id}">
    <b>${one.author ?? WORDS.us}</b>
    <span class="small"
      ><time datetime="${one.at}">${timeOf(one.at)}</time
      >${above && `, ${WORDS.replyTo}: ${above.author ?? WORDS.us}`}${
        one.edited && `, ${WORDS.edited}`
      }${one.removed && `, ${WORDS.removed}`}</span
    >
    <p>${one.text}</p>
    ${one.photos.map((id) => html`<img src="/files/${id}" alt="" loading="lazy" />`)}
    <div class="acts">
      <span class="small">♥ ${one.likes}</span>
      ${act('like', account, { id: one.id }, WORDS.like)}
      ${act('like', account, { id: one.id, times: '10' }, WORDS.likes10)}
      <a
        class="button"
        href="${addressOf(account, thread.id)}?as=${encodeURIComponent(person)}&reply=${encodeURIComponent(one.id)}#write"
        >${WORDS.reply}</a
      >
      ${one.author !== null && ownActs(account, one)}
    </div>
  </section>`;
}

/** Of the author's own message. */
function ownActs(account: TownAccount, { id, text, removed }: SeenMessage): Markup {
  if (removed) return act('restore', account, { id }, WORDS.restore);
  return html`${act('remove', account, { id }, WORDS.remove)}
    <details>
      <summary>${WORDS.change}</summary>
      <form method="post" action="/edit">
        ${hidden(account, { id })}
        <textarea name="text" aria-label="${WORDS.text}" required>${text}</textarea>
        <button>${WORDS.save}</button>
      </form>
    </details>`;
}

function writing(account: TownAccount, thread: SeenThread, { person, replyTo }: View): Markup {
  const isDirect = thread.kind === 'DIRECT';
  const of: Record<string, string> = { thread: thread.id };
  if (isDirect) of['direct'] = 'on';
  if (replyTo) of['replyTo'] = replyTo.id;
  return html`<form class="sheet" id="write" method="post" action="/say" enctype="multipart/form-data">
    <h2>${isDirect ? WORDS.writeDirect : WORDS.writeHere}</h2>
    ${
      replyTo &&
      html`<p class="small">
        ${WORDS.replying}: «${replyTo.text.slice(0, 80)}»
        <a href="${addressOf(account, thread.id)}">${WORDS.noReply}</a>
      </p>`
    }
    ${hidden(account, of)}
    <label
      >${WORDS.person}
      <input
        name="person"
        list="people"
        required
        value="${isDirect ? thread.title : person}"
        ${isDirect && html`readonly`}
    /></label>
    <datalist id="people">${[...NEIGHBOURS, WORDS.us].map((name) => html`<option>${name}</option>`)}</datalist>
    <label>${WORDS.text}<textarea name="text" required></textarea></label>
    <label>${WORDS.photo}<input type="file" name="photo" accept="image/*" multiple /></label>
    ${!isDirect && html`<label><input type="checkbox" name="direct" /> ${WORDS.direct}</label>`}
    <button class="is-main">${WORDS.send}</button>
  </form>`;
}

const OF_COMMENTS: readonly Fault[] = ['close', 'open', 'remove-post'];
const OF_DIALOGUES: readonly Fault[] = ['block', 'allow'];

function besides(account: TownAccount, thread: SeenThread, { person }: View): Markup {
  const { settings, secrets } = account.credentials;
  const left = thread.kind === 'DIRECT' ? OF_COMMENTS : OF_DIALOGUES;
  const at = { thread: thread.id, person: thread.kind === 'DIRECT' ? thread.title : person };
  const kinds = (Object.keys(WORDS.fault) as Fault[]).filter((kind) => !left.includes(kind));
  return html`<details class="sheet faults">
      <summary>${WORDS.faults}</summary>
      ${kinds.map((kind) => act('fault', account, { ...at, kind }, WORDS.fault[kind]))}
    </details>
    <details class="sheet">
      <summary>${WORDS.copy}</summary>
      <dl>
        ${Object.entries({ ...settings, ...secrets }).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
    </details>
    <section class="sheet">
      <h3>${WORDS.morning}</h3>
      ${act('morning', account, {}, WORDS.morningDo)}
    </section>
    <form class="sheet" method="post" action="/post">
      ${hidden(account, {})}
      <label>${WORDS.newPost}<input name="title" required /></label>
      <button>${WORDS.publish}</button>
    </form>`;
}

function another(): Markup {
  return html`<details class="sheet">
    <summary>${WORDS.newPage}</summary>
    <form method="post" action="/account">
      <label
        >${WORDS.network}
        <select name="network">
          ${TOWN_NETWORKS.map((network) => html`<option value="${network}">${WORDS.networks[network]}</option>`)}
        </select></label
      >
      <label>${WORDS.page}<input name="page" required /></label>
      <button>${WORDS.add}</button>
    </form>
  </details>`;
}

const hidden = ({ network, page }: TownAccount, of: Readonly<Record<string, string>>): readonly Markup[] =>
  Object.entries({ network, page, ...of }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );

const act = (action: string, account: TownAccount, of: Readonly<Record<string, string>>, word: string): Markup =>
  html`<form method="post" action="/${action}">${hidden(account, of)}<button>${word}</button></form>`;

const timeOf = (at: string): string =>
  new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(
    new Date(at),
  );
