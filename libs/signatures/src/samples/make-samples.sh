#!/usr/bin/env bash
# Makes the RSA and ECDSA samples beside it with OpenSSL 3: ./make-samples.sh
set -eu
cd "$(dirname "$0")"
keys=$(mktemp -d)
trap 'rm -r "$keys"' EXIT
make() { # name, days, options of the key, options of the signature
  openssl req -x509 -newkey $3 -nodes -keyout "$keys/key.pem" -out "$keys/certificate.pem" -days "$2" -utf8 \
    -subj '/CN=Петрова Мария Ивановна/O=Администрация' -set_serial 4660 2>/dev/null
  openssl cms -sign -binary -in letter.txt -signer "$keys/certificate.pem" -inkey "$keys/key.pem" -outform DER -out "$1.sig" $4
}
make rsa 3650 'rsa:2048' '-cades -md sha256'
make rsa-sha512 3650 'rsa:2048' '-md sha512'
make rsa-pss 3650 'rsa:2048' '-md sha256 -keyopt rsa_padding_mode:pss'
make rsa-without-attributes 3650 'rsa:2048' '-noattr -md sha256'
make ecdsa-p256 3650 'ec:'<(openssl ecparam -name prime256v1) '-cades -md sha256'
make ecdsa-p384 3650 'ec:'<(openssl ecparam -name secp384r1) '-md sha384'
make secp256k1 3650 'ec:'<(openssl ecparam -name secp256k1) '-md sha256'
make ecdsa-with-content 3650 'ec:'<(openssl ecparam -name prime256v1) '-nodetach -md sha256'

# A signer below an authority below a root: the CMS has the certificates of the signer and of the authority.
authority() { printf 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n'; }
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$keys/root.key" -out "$keys/root.pem" -days 3650 -utf8 -subj '/CN=Головной УЦ' \
  -addext 'basicConstraints=critical,CA:TRUE' 2>/dev/null
issue() { # name, subject, issuer, extensions
  openssl req -new -newkey rsa:2048 -nodes -keyout "$keys/$1.key" -utf8 -subj "$2" 2>/dev/null |
    openssl x509 -req -CA "$keys/$3.pem" -CAkey "$keys/$3.key" -days 3650 -extfile <($4) -out "$keys/$1.pem" 2>/dev/null
}
nobody() { printf 'basicConstraints=critical,CA:FALSE\n'; }
issue authority '/CN=УЦ района' root authority
issue signer '/CN=Петрова Мария Ивановна/O=Администрация' authority nobody
issue forged '/CN=Петрова Мария Ивановна/O=Администрация' signer nobody
sign() { # name, signer, certificates beside
  openssl cms -sign -binary -in letter.txt -signer "$keys/$2.pem" -inkey "$keys/$2.key" -certfile "$3" -outform DER -md sha256 -out "$1.sig"
}
sign chain signer "$keys/authority.pem"
cat "$keys/signer.pem" "$keys/authority.pem" >"$keys/all.pem"
sign chain-below-a-person forged "$keys/all.pem"
for one in root authority; do openssl x509 -in "$keys/$one.pem" -outform DER -out "chain-$one.cer"; done
