// Makes the GOST samples beside it with BouncyCastle 1.80 (bcprov, bcutil, bcpkix-jdk18on of Maven Central):
// java -cp 'lib/*' MakeSamples.java .
import java.math.BigInteger;
import java.nio.file.*;
import java.security.*;
import java.util.*;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.*;
import org.bouncycastle.cms.*;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECNamedCurveGenParameterSpec;
import org.bouncycastle.operator.jcajce.*;

class MakeSamples {
  public static void main(String[] args) throws Exception {
    Security.addProvider(new BouncyCastleProvider());
    Path folder = Path.of(args[0]);
    byte[] letter = Files.readAllBytes(folder.resolve("letter.txt"));
    Map<String, String> curves = new LinkedHashMap<>();
    curves.put("gost256-tc26-a", "Tc26-Gost-3410-12-256-paramSetA");
    curves.put("gost256-cryptopro-a", "GostR3410-2001-CryptoPro-A");
    curves.put("gost256-cryptopro-xcha", "GostR3410-2001-CryptoPro-XchA");
    curves.put("gost256-cryptopro-b", "GostR3410-2001-CryptoPro-B");
    curves.put("gost256-cryptopro-c", "GostR3410-2001-CryptoPro-C");
    curves.put("gost512-tc26-a", "Tc26-Gost-3410-12-512-paramSetA");
    curves.put("gost512-tc26-b", "Tc26-Gost-3410-12-512-paramSetB");
    curves.put("gost512-tc26-c", "Tc26-Gost-3410-12-512-paramSetC");
    for (var one : curves.entrySet()) {
      String digest = one.getKey().startsWith("gost256") ? "256" : "512";
      KeyPairGenerator generator = KeyPairGenerator.getInstance("ECGOST3410-2012", "BC");
      generator.initialize(new ECNamedCurveGenParameterSpec(one.getValue()));
      KeyPair pair = generator.generateKeyPair();
      String algorithm = "GOST3411-2012-" + digest + "WITHECGOST3410-2012-" + digest;
      var signer = new JcaContentSignerBuilder(algorithm).setProvider("BC").build(pair.getPrivate());
      var name = new X500Name("CN=Петрова Мария Ивановна,O=Администрация,SERIALNUMBER=" + one.getKey());
      var from = new Date(1748736000000L); // 1 June 2025
      var until = new Date(1906502400000L); // 1 June 2030
      var certificate = new JcaX509CertificateConverter().setProvider("BC").getCertificate(
        new JcaX509v3CertificateBuilder(name, new BigInteger("4660"), from, until, name, pair.getPublic()).build(signer));
      var cms = new CMSSignedDataGenerator();
      cms.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
        new JcaDigestCalculatorProviderBuilder().setProvider("BC").build()).build(signer, certificate));
      cms.addCertificate(new JcaX509CertificateHolder(certificate));
      Files.write(folder.resolve(one.getKey() + ".sig"), cms.generate(new CMSProcessableByteArray(letter), false).getEncoded());
    }
  }
}
