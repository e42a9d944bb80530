import { compact } from '@otklik/kernel';
import { isAbsent } from './absent.js';
import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Appearance } from './appearance.js';
import { districtStyle, pagePolicy, style } from './style.js';
import { speechOf, type Speech } from './words/index.js';

/** Everything around a page that its content does not know. */
export interface Frame {
  readonly appearance: Appearance;
  readonly district?: PublicDistrict | undefined;
  /** Address of the page's script, relative to the origin; absent where it is not built. */
  readonly script?: string | undefined;
}

export interface PageContent {
  readonly title: string;
  /** The section of the head's navigation. */
  readonly section?: 'start' | 'write' | 'check' | 'answers';
  readonly content: ReactNode;
  /** Of a page that works when it was saved. */
  readonly inlineScript?: string | undefined;
  /** What this page alone has: a style, and a module, which may load the styles of its own files. */
  readonly own?: { readonly style: string; readonly module?: string | undefined } | undefined;
}

export interface Document {
  readonly html: string;
  /** Content security policy of this page. */
  readonly policy: string;
}

const PLACEHOLDER_EMBLEM = 'M2 2h40v27c0 11-9 17-20 21C11 46 2 40 2 29zM5 5v24c0 9 8 14 17 18 9-4 17-9 17-18V5z';
const PLATFORM_COLOUR = { light: '#0d5562', dark: '#8acbd5' };

/** A whole page. The script is deferred and needed by nothing: every page works without it. */
export function renderDocument(frame: Frame, page: PageContent): Document {
  const { appearance, district, script } = frame;
  const { theme, size, spacing, language } = appearance;
  const speech = speechOf(language);
  const name = district?.name ?? speech.say('name.site');
  const { light, dark } = district?.color ?? PLATFORM_COLOUR;
  const colour = districtStyle(light, dark);
  const html = renderToStaticMarkup(
    <html
      lang={language}
      data-theme={theme === 'auto' ? undefined : theme}
      data-size={size === '1' ? undefined : size}
      data-spacing={spacing === 'normal' ? undefined : spacing}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${page.title} — ${name}`}</title>
        <meta name="description" content={`${speech.say('home.lead')} ${name}`} />
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: style }} />
        <style dangerouslySetInnerHTML={{ __html: colour }} />
        {script === undefined ? null : <script src={script} defer />}
        <Own {...page.own} />
      </head>
      <body>
        <a className="skip" href="#main">
          {speech.say('skip')}
        </a>
        <Head district={district} speech={speech} section={page.section} />
        <main id="main" tabIndex={-1}>
          {page.content}
        </main>
        <Foot district={district} speech={speech} appearance={appearance} />
        {page.inlineScript === undefined ? null : <script dangerouslySetInnerHTML={{ __html: page.inlineScript }} />}
      </body>
    </html>,
  );
  return { html: `<!doctype html>${html}`, policy: pagePolicy(colour, page) };
}

function Own({ style: own, module }: { readonly style?: string; readonly module?: string | undefined }) {
  return (
    <>
      {own === undefined ? null : <style dangerouslySetInnerHTML={{ __html: own }} />}
      {module === undefined ? null : <script type="module" src={module} />}
    </>
  );
}

export function Emblem({
  path,
  label,
  className,
}: {
  path?: string | null | undefined;
  label?: string;
  className?: string;
}) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className={className} viewBox="0 0 44 52" {...named}>
      <path d={path ?? PLACEHOLDER_EMBLEM} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}

interface Framed {
  readonly district: PublicDistrict | undefined;
  readonly speech: Speech;
}

function Head({ district, speech, section }: Framed & { readonly section: PageContent['section'] }) {
  const { say } = speech;
  if (!district)
    return (
      <header className="head">
        <div className="in who">
          <p>
            <a href="/">{say('name.site')}</a>
          </p>
        </div>
      </header>
    );
  const { code, name, nameSah, phones, emblem } = district;
  const [phone] = phones;
  const current = (one: PageContent['section']) => (section === one ? 'page' : undefined);
  return (
    <header className="head">
      <div className="in">
        <div className="who">
          <Emblem path={emblem} className="emblem" />
          <p>
            <a href={`/${code}`} aria-current={current('start')}>
              {name}
            </a>
            {isAbsent(nameSah) ? null : <span lang="sah">{nameSah}</span>}
            {phone && (
              <span lang="ru">
                {phone.name} <Telephone phone={phone.phone} className="tel" />
              </span>
            )}
          </p>
        </div>
        <nav className="nav" aria-label={say('nav')}>
          <a href={`/${code}/write`} aria-current={current('write')}>
            {say('nav.write')}
          </a>
          <a href={`/${code}/follow`} aria-current={current('check')}>
            {say('nav.check')}
          </a>
          <a href={`/${code}/answers`} aria-current={current('answers')}>
            {say('nav.answers')}
          </a>
          <a href="#look">{say('nav.look')}</a>
        </nav>
      </div>
    </header>
  );
}

/** Called as an international number: 8 is the trunk prefix inside Russia. */
export function Telephone({ phone, className = 'nw' }: { phone: string; className?: string }) {
  const digits = phone.replace(/\D/g, '');
  const called = digits.length === 11 ? `+7${digits.slice(1)}` : digits;
  return (
    <a className={className} href={`tel:${called}`}>
      {phone}
    </a>
  );
}

function Foot({ district, speech, appearance }: Framed & { readonly appearance: Appearance }) {
  const { say } = speech;
  return (
    <footer className="foot">
      <div className="in">
        {district && <Contacts district={district} speech={speech} />}
        <LookChoices speech={speech} appearance={appearance} />
        <p className="links">
          {district && <a href={`/${district.code}/personal-data`}>{say('foot.personalData')}</a>}
          {district && <a href={`/${district.code}/law`}>{say('foot.law')}</a>}
          <a href="/check-file">{say('file.link')}</a>
          <a href="/desk">{say('foot.officials')}</a>
        </p>
      </div>
    </footer>
  );
}

function Contacts({ district, speech: { say } }: { readonly district: PublicDistrict; readonly speech: Speech }) {
  const { code, address, hours, phones, email } = district;
  return (
    <dl>
      <dt>{say('foot.address')}</dt>
      <dd lang="ru">{address}</dd>
      <dt>{say('foot.hours')}</dt>
      <dd lang="ru">
        <a href={`/${code}/reception`}>{hours}</a>
      </dd>
      <dt>{say('foot.phone')}</dt>
      <dd lang="ru">
        {phones.map(({ name, phone }) => (
          <div key={phone}>
            {`${name} `}
            <Telephone phone={phone} />
          </div>
        ))}
      </dd>
      {isAbsent(email) ? null : (
        <>
          <dt>{say('foot.email')}</dt>
          <dd>
            <a href={`mailto:${email}`}>{email}</a>
          </dd>
        </>
      )}
    </dl>
  );
}

interface Choice {
  readonly query: string;
  readonly chosen: boolean;
  readonly text: string;
  readonly label?: string;
  readonly lang?: string;
  readonly className?: string;
}

/** «Авто» is what the device says, and is offered as the way back from a choice. */
const THEMES = ['light', 'dark', 'contrast'] as const;

function LookChoices({ speech: { say }, appearance }: { readonly speech: Speech; readonly appearance: Appearance }) {
  const { language, theme, size, spacing } = appearance;
  const letters = { '1': undefined, '2': 'a2', '3': 'a3' } as const;
  return (
    <div className="look" id="look">
      <Choices
        name={say('look.language')}
        choices={(['ru', 'sah', 'en'] as const).map((one) => ({
          query: `lang=${one}`,
          chosen: language === one,
          lang: one,
          text: one.toUpperCase(),
          // The name begins with what is seen, so that it can be said to a voice control.
          label: `${one.toUpperCase()}, ${{ ru: 'русский', sah: 'саха тыла', en: 'English' }[one]}`,
        }))}
      />
      <Choices
        name={say('look.size')}
        choices={(['1', '2', '3'] as const).map((one) => ({
          query: `size=${one}`,
          chosen: size === one,
          text: 'А',
          label: say(`look.size.${one}`),
          ...compact({ className: letters[one] }),
        }))}
      />
      <Choices
        name={say('look.theme')}
        choices={[...THEMES, ...(theme === 'auto' ? [] : (['auto'] as const))].map((one) => ({
          query: `theme=${one}`,
          chosen: theme === one,
          text: say(`look.theme.${one}`),
        }))}
      />
      <Choices
        name={say('look.spacing')}
        choices={(['normal', 'wide'] as const).map((one) => ({
          query: `spacing=${one}`,
          chosen: spacing === one,
          text: say(`look.spacing.${one}`),
        }))}
      />
    </div>
  );
}

function Choices({ name, choices }: { readonly name: string; readonly choices: readonly Choice[] }) {
  return (
    <div>
      <span>{name}</span>
      <ul>
        {choices.map(({ query, chosen, text, label, lang, className }) => (
          <li key={query}>
            <a
              href={`?${query}`}
              rel="nofollow"
              lang={lang}
              className={className}
              aria-label={label}
              aria-current={chosen ? 'true' : undefined}
            >
              <span>{text}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
