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
