/** Of an evidence file: for a reader without this product. */
export function readme(number: string, district: string, at: string): string {
  return `Дело ${number}. ${district}. Составлено ${at} (UTC).

case.pdf              ход дела, тексты и доказательства отправки для чтения
events/<сервис>.ndjson  записи дела, как они хранятся: персональные тексты зашифрованы; record (base64) - то, что
                      захешировано, block - номер звена цепочки
events/opened.ndjson  те же записи с открытыми текстами; тексты стёртых лиц - null
proof/notices.ndjson  каждое уведомление: путь, доказательство, адрес, время
proof/placed.ndjson   каждый комментарий и сообщение: где оно, когда, текст, как он стоял, и его SHA-256
chain/blocks.json     звенья цепочек, в которых эти записи; подпись звена - Ed25519
chain/heads.json      концы цепочек, открытый ключ и якоря, которые были записаны вне базы
certificate.der       сертификат, которым подписан файл; это ключ установки, а не квалифицированная подпись
SHA256SUMS            суммы всех частей

Проверить без нашей программы:
  unzip файл.asice -d папка && cd папка
  sha256sum -c SHA256SUMS
  openssl x509 -inform DER -in certificate.der -out certificate.pem
  openssl cms -verify -cades -binary -inform DER -in META-INF/signature001.p7s \\
    -content META-INF/ASiCManifest001.xml -CAfile certificate.pem -purpose any -no_check_time -out /dev/null
(-no_check_time: срок сертификата кончается вскоре после его года, а файл хранят дольше)

Нашей программой: npm run otklik -- verify-file файл.asice

Снимков наших страниц здесь нет: их делает только браузер, а сервер работает без него.
`;
}
