interface ReadFirst {
  readonly number: string;
  /** The name of the district. */
  readonly district: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly withContacts: boolean;
}

const WITHOUT_CONTACTS = `
Имя, адрес, телефон и почта заявителя не вложены: роль того, кто составил файл, их не открывает. Не вложены и листы писем, на которых
они напечатаны: номера, дни и суммы SHA-256 этих листов - в letters.json. В opened/ и proof/ эти поля зашифрованы, как в events/.
`;

/** Of an evidence file: for a reader without this product. */
export function evidenceReadme({ number, district, at, withContacts }: ReadFirst): string {
  return `Дело ${number}. ${district}. Составлено ${at} (UTC).
${withContacts ? '' : WITHOUT_CONTACTS}
case.pdf              ход дела, тексты и доказательства отправки для чтения
events/<сервис>.ndjson  записи дела, как они хранятся: персональные тексты зашифрованы; record (base64) - то, что
                      захешировано, block - номер звена цепочки; null - запись моложе последнего звена
opened/<сервис>.ndjson  те же записи с открытыми текстами; тексты стёртых лиц - null
letters/*.pdf         письма, как они сохранены при подписании, и подписи к ним (.sig)
letters.json          их номера, дни, суммы SHA-256
proof/notices.ndjson  каждое уведомление: путь, что является доказательством, адрес, время; что стало с письмом на почте
proof/placed.ndjson   каждый комментарий и сообщение: где оно, когда, текст, как он стоял, и его SHA-256
chain/<сервис>.json   звенья цепочки, в которых эти записи (подпись звена - Ed25519), её конец и открытый ключ
chain/anchors.json    якоря, которые были записаны вне базы: только в файле, который составил оператор
sets.json             какие сервисы должны быть в файле; каждый подписал свою часть тем же ключом
certificate.der       сертификат, которым подписан файл; это ключ установки, а не квалифицированная подпись

Проверить без нашей программы:
  unzip файл.asice -d папка && cd папка
  cat SHA256SUMS.* | sha256sum -c
  openssl x509 -inform DER -in certificate.der -out certificate.pem
  for part in META-INF/signature-*.p7s; do name=\${part#*signature-}; openssl cms -verify -cades -binary -inform DER \\
    -in "$part" -content "META-INF/ASiCManifest-\${name%.p7s}.xml" -CAfile certificate.pem -purpose any \\
    -no_check_time -out /dev/null; done
(-no_check_time: срок сертификата кончается вскоре после его года, а файл хранят дольше)
Чей сертификат, говорит его отпечаток (openssl x509 -noout -fingerprint -sha256 -in certificate.pem): сравните его с опубликованным.

Нашей программой: npm run otklik -- verify-file файл.asice

Снимков экрана здесь нет: их делает только браузер, а сервер работает без него. Комментарий доказывают его адрес, номер,
время и текст, который мы отправили, с его SHA-256.
`;
}
