import type { Language } from '@otklik/host';
import type { OfficialRole } from '@otklik/tenancy';

/** Texts of the sign-in pages. */
const ru = {
  title: 'Вход для сотрудников',
  product: 'Отклик, рабочее место',
  login: 'Логин',
  frontEnd: 'Вы входите в «{title}» ({where}).',
  'frontEnd.read': 'Этой программе откроется то же, что вам; изменить она ничего не сможет.',
  'frontEnd.act': 'Этой программе откроется всё, что в районе можете вы.',
  password: 'Пароль',
  enter: 'Войти',
  wrong: 'Логин или пароль не подошли.',
  'wrong.check': 'Проверьте язык и Caps Lock.',
  'wrong.tries': 'Осталось попыток: {left}.',
  'work.again': 'Введите пароль ещё раз. Вход открыт, но перед каждой попыткой браузер решает задачу.',
  'work.during': 'Браузер решает задачу, это несколько секунд. Пароль можно вводить уже сейчас.',
  'work.done': 'Готово, можно входить.',
  'work.script': 'Для этого нужен JavaScript. Включите его или войдите с устройства, с которого уже входили.',
  'wrong.left': 'Осталось попыток: {left}, потом перерыв {minutes} мин.',
  'wrong.last': 'Это была последняя попытка, теперь перерыв {minutes} мин.',
  paused: 'Слишком много попыток.',
  'paused.wait': 'Попробуйте через {minutes} мин.',
  over: 'Введите пароль ещё раз.',
  'over.again':
    'Пока эта страница была открыта, сменили пароль или настроили второй шаг. Если это были не вы, скажите администратору района.',
  forgotten: 'Забыли пароль? Новую ссылку даст администратор района.',
  'code.title': 'Код из приложения',
  'code.lead': 'Откройте приложение для кодов на телефоне и введите шесть цифр.',
  code: 'Код',
  'code.wrong': 'Код не подошёл.',
  'code.check': 'Проверьте время на телефоне: оно должно быть точным. Каждый код действует один раз.',
  'setup.title': 'Второй шаг входа',
  'setup.lead': 'Ваш район просит подтверждать вход кодом из приложения (Яндекс Ключ, FreeOTP и подобные).',
  'setup.step': 'Добавьте в приложение этот ключ, потом введите код, который оно покажет.',
  'setup.key': 'Ключ',
  'setup.open': 'Открыть в приложении на этом устройстве',
  'invitation.title': 'Придумайте пароль',
  'invitation.lead': 'Ссылка действует один раз.',
  'invitation.new': 'Новый пароль',
  'invitation.hint': 'Не короче {min} знаков. Хорошо: четыре случайных слова через пробел',
  'invitation.again': 'Ещё раз',
  'invitation.save': 'Сохранить пароль',
  'invitation.over': 'Ссылка больше не действует.',
  'invitation.ask': 'Её уже использовали, или прошло семь дней. Попросите новую у администратора района.',
  'invitation.done': 'Пароль сохранён',
  'invitation.next': 'Теперь можно войти.',
  TOO_SHORT: 'Пароль слишком короткий: нужно не меньше {min} знаков.',
  TOO_LONG: 'Пароль слишком длинный: можно не больше {max} знаков.',
  IS_LOGIN: 'Пароль не может совпадать с логином.',
  COMMON:
    'Такой пароль пробуют первым: слово, ряд клавиш, известная фраза, имя или район. Возьмите четыре случайных слова.',
  DIFFERENT: 'Пароли не совпали. Введите их ещё раз.',
  expired: 'Вход не завершён',
  'expired.lead': 'Страница устарела. Начните вход ещё раз.',
  again: 'Начать ещё раз',
  'demo.title': 'Показ: войти одним нажатием',
  'demo.lead': 'Все люди и обращения придуманы. Этот список есть только на демонстрации, на этом компьютере.',
  residents: 'Страница для жителей',
} as const;

type Word = keyof typeof ru;

const en: Readonly<Record<Word, string>> = {
  title: 'Sign in for officials',
  product: 'Otklik, the desk',
  login: 'Login',
  frontEnd: 'You sign in to “{title}” ({where}).',
  'frontEnd.read': 'That program will see what you see, and can change nothing.',
  'frontEnd.act': 'That program will be able to do all that you can do in the district.',
  password: 'Password',
  enter: 'Sign in',
  wrong: 'Wrong login or password.',
  'wrong.check': 'Check the keyboard language and Caps Lock.',
  'wrong.tries': 'Tries left: {left}.',
  'work.again': 'Enter the password again. Sign-in is open, but before each try the browser does some work.',
  'work.during': 'The browser does the work, for some seconds. You can type the password meanwhile.',
  'work.done': 'Done, you can sign in.',
  'work.script': 'This needs JavaScript. Turn it on, or sign in from a device that signed in before.',
  'wrong.left': 'Tries left: {left}, then a pause of {minutes} minutes.',
  'wrong.last': 'That was the last try; now there is a pause of {minutes} minutes.',
  paused: 'Too many tries.',
  'paused.wait': 'Try again in {minutes} minutes.',
  over: 'Enter the password again.',
  'over.again':
    'While this page was open, the password was changed or the second step set up. If it was not you, tell the administrator of your district.',
  forgotten: 'Forgot the password? The administrator of your district gives a new link.',
  'code.title': 'Code from the application',
  'code.lead': 'Open the authenticator application on your phone and enter the six digits.',
  code: 'Code',
  'code.wrong': 'Wrong code.',
  'code.check': 'Check the clock of the phone: it must be exact. Each code works once.',
  'setup.title': 'Second step of sign-in',
  'setup.lead': 'Your district asks you to confirm sign-in by a code from an authenticator application.',
  'setup.step': 'Add this key to the application, then enter the code that it shows.',
  'setup.key': 'Key',
  'setup.open': 'Open in an application on this device',
  'invitation.title': 'Choose a password',
  'invitation.lead': 'The link works once.',
  'invitation.new': 'New password',
  'invitation.hint': 'At least {min} characters. Good: four random words with spaces',
  'invitation.again': 'Once more',
  'invitation.save': 'Save the password',
  'invitation.over': 'The link does not work any more.',
  'invitation.ask': 'It was used, or seven days have passed. Ask the administrator of your district for a new one.',
  'invitation.done': 'The password is saved',
  'invitation.next': 'You can sign in now.',
  TOO_SHORT: 'The password is too short: at least {min} characters are needed.',
  TOO_LONG: 'The password is too long: at most {max} characters are possible.',
  IS_LOGIN: 'The password must differ from the login.',
  COMMON:
    'Passwords like this are tried first: a word, a row of keys, a known phrase, a name or a district. Take four random words.',
  DIFFERENT: 'The passwords differ. Enter them once more.',
  expired: 'The sign-in was not completed',
  'expired.lead': 'The page is too old. Begin the sign-in again.',
  again: 'Begin again',
  'demo.title': 'Demonstration: sign in by one click',
  'demo.lead': 'All people and appeals are invented. This list exists in the demonstration only, on this computer.',
  residents: 'Page for residents',
};

export type Words = (word: Word, details?: Readonly<Record<string, string | number>>) => string;

export function wordsOf(language: Language): Words {
  const texts: Readonly<Record<Word, string>> = language === 'en' ? en : ru;
  return (word, details = {}) =>
    texts[word].replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
}

interface RoleWords {
  readonly title: string;
  /** What the role does, where no department says it. */
  readonly does: string;
}

const roles: Readonly<Record<Language, Readonly<Record<OfficialRole, RoleWords>>>> = {
  ru: {
    MODERATOR: { title: 'Модератор', does: 'Сети, отбор, дубли' },
    REGISTRAR: { title: 'Регистратор', does: 'Бумага, телефон, приём' },
    COORDINATOR: { title: 'Координатор', does: 'Отделы и исполнители' },
    EXECUTOR: { title: 'Исполнитель', does: 'Ответы по вопросам' },
    APPROVER: { title: 'Согласующий', does: 'Проверка ответов' },
    SIGNATORY: { title: 'Подписант', does: 'Подпись ответов' },
    CONTROLLER: { title: 'Контролёр', does: 'Сроки, контроль, журнал' },
    HEAD: { title: 'Руководитель', does: 'Резолюции, сроки, отделы' },
    DISTRICT_ADMIN: { title: 'Администратор', does: 'Сотрудники, шаблоны, район' },
    ANALYST: { title: 'Аналитик', does: 'Поиск и сравнение' },
    REPUBLIC_ANALYST: { title: 'Аналитик республики', does: 'Поиск по всем районам' },
  },
  en: {
    MODERATOR: { title: 'Moderator', does: 'Networks, selection, duplicates' },
    REGISTRAR: { title: 'Registrar', does: 'Paper, phone, reception' },
    COORDINATOR: { title: 'Coordinator', does: 'Departments and executors' },
    EXECUTOR: { title: 'Executor', does: 'Answers to questions' },
    APPROVER: { title: 'Approver', does: 'Checks answers' },
    SIGNATORY: { title: 'Signatory', does: 'Signs answers' },
    CONTROLLER: { title: 'Controller', does: 'Deadlines, control, journal' },
    HEAD: { title: 'Head', does: 'Resolutions, deadlines, departments' },
    DISTRICT_ADMIN: { title: 'Administrator', does: 'Officials, templates, district' },
    ANALYST: { title: 'Analyst', does: 'Search and comparison' },
    REPUBLIC_ANALYST: { title: 'Analyst of the republic', does: 'Search in all districts' },
  },
};

/** The order in which an appeal meets them. */
export const roleOrder = Object.keys(roles.ru) as readonly OfficialRole[];

export function roleWords(role: OfficialRole, language: Language): RoleWords {
  return roles[language][role];
}
