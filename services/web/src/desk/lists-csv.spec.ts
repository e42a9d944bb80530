import { beforeAll, describe, expect, it } from '@jest/globals';
import { i18n } from '@lingui/core';
import { csvText } from '@otklik/kernel/csv';
import words from '../words/ru/index.js';
import later from '../words/ru/later.js';
import { exportedColumns } from '../analysis/exported-rows.js';
import { inOneLine } from '../frame/journal/one-line.js';
import { fileRows, type Column } from '../parts/data-table/column.js';
import { accessColumns } from './administration/evidence/access-columns.js';
import { openingColumns } from './administration/evidence/opening-columns.js';
import { recordColumns } from './administration/evidence/record-columns.js';
import { officialColumns } from './administration/officials/official-columns.js';
import { onDutyColumns } from './administration/officials/on-duty-columns.js';
import { journalColumns } from './journal/journal-columns.js';
import * as rows from './lists-csv.fixture.js';
import { boardColumns } from './overview/board-table.js';
import { outgoingColumns } from './post/outgoing-columns.js';
import { worklistColumns } from './worklist/worklist-columns.js';

const zone = 'Asia/Yakutsk';
const fileOf = <Row>(columns: readonly Column<Row>[], of: readonly unknown[]) =>
  fileRows(columns, of as readonly Row[]);

const file = (...lines: readonly string[]): string => `\uFEFF${lines.join('\r\n')}\r\n`;

/** What spreadsheets of the districts read: a column that is added comes at the end of this list on purpose. */
describe('the file of a list is, byte for byte', () => {
  beforeAll(() => {
    const texts = Object.entries({ ...words, ...later }).flatMap(([file, of]) =>
      Object.entries(of).map(([id, text]) => [`${file}.${id}`, text]),
    );
    i18n.loadAndActivate({ locale: 'ru', messages: Object.fromEntries(texts) as Record<string, string> });
  });

  it('of officials', () => {
    const columns = officialColumns({ open: new Map([['o1', 3]]), today: '2026-03-05', zone });
    expect(csvText(fileOf(columns, [rows.official]))).toBe(
      file(
        'Сотрудник;Логин: латиница, цифры, точка;Отдел;Роль;В работе;Сейчас',
        'Анна Лазарева;aldan.lazareva;"Отдел ЖКХ; дорог, Весь район";исполнитель, согласующий;3;на месте',
      ),
    );
  });

  it('of who is on duty', () => {
    expect(csvText(fileOf(onDutyColumns(), [rows.onDuty]))).toBe(
      file(
        'Сотрудник;Роли;В этот день;Исполнение обязанностей',
        'Анна Лазарева;исполнитель, согласующий;отпуск с 01.03 по 14.03;"обязанности исполняет Пётр Иванов (12-р; 1); исполняет обязанности: Ольга Ким"',
      ),
    );
  });

  it('of openings', () => {
    expect(csvText(fileOf(openingColumns(zone), rows.openings))).toBe(
      file(
        'Когда;Кто;Право;Что;Номер;Какие письма;Зачем',
        '05.03.2026, 10:02;Анна Лазарева (за Пётр Иванов);исполнитель;Имя и контакт;АЛД-А-2026-7;;"уточнить ""адрес"""',
        '05.03.2026, 10:02;Анна Лазарева;Отдел ЖКХ;Выгрузка;12 строк;;список «Вопросы в работе»',
      ),
    );
  });

  it('of changes', () => {
    expect(csvText(fileOf(recordColumns(zone), [rows.record]))).toBe(
      file(
        'Когда;Кто;Кого касается;Что изменил',
        '05.03.2026, 10:02;Анна Лазарева;;"\'=Роль ""EXECUTOR"" дана;\nс 5 марта"',
      ),
    );
  });

  it('of sign-ins', () => {
    expect(csvText(fileOf(accessColumns(zone), [rows.access]))).toBe(
      file('Когда;Кто;Что;Что не удалось', '05.03.2026, 10:02;сотрудник другого района;вход не удался;неверный пароль'),
    );
  });

  it('of the registration journal', () => {
    expect(csvText(inOneLine(fileOf(journalColumns('aldan', zone), [rows.journalEntry])))).toBe(
      file(
        'Рег. № и дата;Прил.;Вид, откуда;Место;Тема;Краткое содержание;Исполнитель, отдел;Срок;Решение',
        'АЛД-А-2026-7 05.03.2026 был № АЛД-С-2026-3 от 01.03.2026;2;обращение, форма на сайте;Томмот, ул. Ленина;Дороги;"Яма на дороге; вторая строка";Анна Лазарева, Отдел ЖКХ;04.04.2026;разъяснено, с опозданием',
      ),
    );
  });

  it('of the registration journal, with what an official said that it asks', () => {
    const gist = 'Засыпать яму на ул. Ленина';
    const [, row] = fileOf(journalColumns('aldan', zone), [{ ...rows.journalEntry, gist }]);
    expect(row?.[5]).toBe(gist);
  });

  it('of outgoing post', () => {
    expect(csvText(inOneLine(fileOf(outgoingColumns('aldan', zone), [rows.outgoing])))).toBe(
      file(
        'Исх. №;Отправлено;Кому;По обращению;О чём;Как;Трек-номер;Кто записал;Дата номера;Что с письмом;Подтверждение',
        '01-12/7;06.03.2026;заявителю;ABCDE-FGHIJ;ответ на вопрос, записано после окончания;простым письмом;;А. Лазарева;05.03.2026;в пути;01-12/7 2026-03-06',
      ),
    );
  });

  it('of a board', () => {
    expect(
      csvText(
        fileOf(
          boardColumns('Отдел', () => ''),
          [rows.boardRow],
        ),
      ),
    ).toBe(
      file('Отдел;В работе;Сегодня;7 дней;Просрочено;Ответов;В срок;В тот же день', 'Отдел ЖКХ;4;0;2;1;9;87,5 %;0 %'),
    );
  });

  it('of a worklist', () => {
    expect(csvText(fileOf(worklistColumns(), [{ item: rows.item, zone }]))).toBe(
      file(
        '№;Дата;Откуда;Суть;Место;Тематика;Код классификатора;Исполнитель;Отдел;Этап;Результат;Срок;Вопрос классификатора;От кого;Повторяет',
        'АЛД-А-2026-7;2026-03-05;на бумаге;"\'+7 914; звоните";Томмот, ул. Ленина;Дороги;0003.0009.0099.0742.0110;Анна Лазарева;Отдел ЖКХ;подпись;Разъяснено;04.04.2026, 14:00;Дороги: ремонт;из прокуратуры;АЛД-А-2025-3',
      ),
    );
  });

  it('of what was found', () => {
    expect(csvText(fileOf(exportedColumns(), [rows.found]))).toBe(
      file(
        'Номер;Зарегистрировано;Поступило;Район;Населённый пункт;Откуда;Тема;Код классификатора;Отдел;Состояние;Результат;Срок;В срок;Оценка;Начало текста;Вопрос классификатора',
        'ABCDE-FGHIJ;;05.03.2026, 10:02;Алданский район;;форма на сайте;Дороги;0003.0009.0099.0742.0110;;в работе;Разъяснено;2026-04-04;да;5;"\'-1; текст";Дороги: ремонт',
      ),
    );
  });
});
