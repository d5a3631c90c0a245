//! What invented names are put together from. Beside each name its spelling in an address.

/// As people write it, and as their address spells it.
pub(super) type Spelt = (&'static str, &'static str);

pub(super) const GERMAN_GIVEN: &[Spelt] = &[
    ("Andreas", "andreas"), ("Annegret", "annegret"), ("Ayşe", "ayse"), ("Bärbel", "baerbel"),
    ("Bernd", "bernd"), ("Birgit", "birgit"), ("Björn", "bjoern"), ("Cem", "cem"), ("Christiane", "christiane"),
    ("Clara", "clara"), ("Dörte", "doerte"), ("Emre", "emre"), ("Felix", "felix"), ("Gerhard", "gerhard"),
    ("Greta", "greta"), ("Günther", "guenther"), ("Hannelore", "hannelore"), ("Hans-Peter", "hans-peter"),
    ("Heike", "heike"), ("Ilse", "ilse"), ("Jörg", "joerg"), ("Jürgen", "juergen"), ("Karin", "karin"),
    ("Käthe", "kaethe"), ("Lukas", "lukas"), ("Maike", "maike"), ("Marlene", "marlene"), ("Matthias", "matthias"),
    ("Nadine", "nadine"), ("Ole", "ole"), ("Paula", "paula"), ("Rüdiger", "ruediger"), ("Silke", "silke"),
    ("Sören", "soeren"), ("Tobias", "tobias"), ("Ursula", "ursula"), ("Viktor", "viktor"), ("Wolfgang", "wolfgang"),
    ("Yasemin", "yasemin"), ("Zoë", "zoe"),
];

pub(super) const GERMAN_FAMILY: &[Spelt] = &[
    ("Albrecht", "albrecht"), ("Bäcker", "baecker"), ("Bergmann", "bergmann"), ("Böhm", "boehm"),
    ("Busch", "busch"), ("Çelik", "celik"), ("Dietrich", "dietrich"), ("Ebert", "ebert"), ("Förster", "foerster"),
    ("Franke", "franke"), ("Friedrich", "friedrich"), ("Gärtner", "gaertner"), ("Günther", "guenther"),
    ("Haas", "haas"), ("Hartmann", "hartmann"), ("Heinze", "heinze"), ("Jäger", "jaeger"), ("Kaiser", "kaiser"),
    ("Kessler", "kessler"), ("König", "koenig"), ("Köhler", "koehler"), ("Kraus", "kraus"), ("Lorenz", "lorenz"),
    ("Maier", "maier"), ("Möller", "moeller"), ("Nowak", "nowak"), ("Öhler", "oehler"), ("Özdemir", "oezdemir"),
    ("Pohl", "pohl"), ("Quast", "quast"), ("Richter", "richter"), ("Rühl", "ruehl"), ("Schäfer", "schaefer"),
    ("Schulze-Marmeling", "schulze-marmeling"), ("Seidel", "seidel"), ("Strauß", "strauss"), ("Thiele", "thiele"),
    ("Uhlig", "uhlig"), ("Voß", "voss"), ("Winkler", "winkler"), ("Wirth", "wirth"), ("Zimmermann", "zimmermann"),
];

pub(super) const GERMAN_TRADES: &[&str] = &[
    "Autohaus", "Bauelemente", "Dachdeckerei", "Druckerei", "Elektrotechnik", "Feinmechanik", "Fensterbau",
    "Fleischerei", "Garten- und Landschaftsbau", "Gebäudereinigung", "Getränkegroßhandel", "Hausverwaltung",
    "Heizungs- und Lüftungsbau", "Holzverarbeitung", "Immobilienverwaltung", "Kältetechnik", "Logistik",
    "Maschinenbau", "Möbelmanufaktur", "Optik", "Orthopädieschuhtechnik", "Sanitärtechnik", "Software", "Spedition",
    "Tiefbau", "Veranstaltungstechnik", "Vermögensverwaltung", "Weinhandel", "Werkzeugmaschinen", "Zahntechnik",
];

pub(super) const GERMAN_FORMS: &[&str] =
    &["GmbH", "GmbH & Co. KG", "KG", "OHG", "UG (haftungsbeschränkt)", "AG", "e. K.", "GbR", "PartG mbB"];

pub(super) const GERMAN_ROLES: &[&str] = &[
    "Geschäftsführerin", "Geschäftsführer", "Prokurist", "Prokuristin", "Buchhaltung", "Lohnbuchhaltung",
    "Assistentin der Geschäftsleitung", "Gesellschafterin", "Büroleitung", "Steuerberater der Ehefrau",
];

pub(super) const ENGLISH_GIVEN: &[Spelt] = &[
    ("Alice", "alice"), ("Amelia", "amelia"), ("Benjamin", "benjamin"), ("Chloe", "chloe"), ("Dev", "dev"),
    ("Eleanor", "eleanor"), ("Finlay", "finlay"), ("Gareth", "gareth"), ("Harriet", "harriet"), ("Imogen", "imogen"),
    ("Jack", "jack"), ("Kwame", "kwame"), ("Lucy", "lucy"), ("Mary-Jane", "mary-jane"), ("Niall", "niall"),
    ("Orla", "orla"), ("Poppy", "poppy"), ("Rhys", "rhys"), ("Saoirse", "saoirse"), ("Zara", "zara"),
];

pub(super) const ENGLISH_FAMILY: &[Spelt] = &[
    ("Abbott", "abbott"), ("Barnes", "barnes"), ("Chowdhury", "chowdhury"), ("D'Arcy", "darcy"),
    ("Ellington", "ellington"), ("Fairweather", "fairweather"), ("Gill", "gill"), ("Holloway", "holloway"),
    ("Iqbal", "iqbal"), ("Jenkins", "jenkins"), ("Kingsley", "kingsley"), ("Lloyd-Davies", "lloyd-davies"),
    ("McKenna", "mckenna"), ("Norris", "norris"), ("O'Connor", "oconnor"), ("Pemberton", "pemberton"),
    ("Quigley", "quigley"), ("Rutherford", "rutherford"), ("Sharma", "sharma"), ("Underwood", "underwood"),
];

pub(super) const ENGLISH_TRADES: &[&str] = &[
    "Architects", "Bookshops", "Catering", "Dental", "Electrical", "Farms", "Furniture", "Garden Centres",
    "Haulage", "Interiors", "Joinery", "Plumbing & Heating", "Property Management", "Software", "Veterinary",
];

pub(super) const ENGLISH_FORMS: &[&str] = &["Ltd", "Limited", "LLP", "plc", "& Sons", "Group Ltd"];

pub(super) const ENGLISH_ROLES: &[&str] = &[
    "managing director", "director", "partner", "assistant", "financial controller", "bookkeeper",
    "company secretary", "office manager",
];

pub(super) const JAPANESE_GIVEN: &[Spelt] = &[
    ("さくら", "sakura"), ("蓮", "ren"), ("陽菜", "hina"), ("大翔", "hiroto"), ("結衣", "yui"), ("悠真", "yuma"),
    ("美穂", "miho"), ("健一", "kenichi"), ("直子", "naoko"), ("誠", "makoto"), ("恵子", "keiko"), ("隆", "takashi"),
    ("裕子", "yuko"), ("和也", "kazuya"), ("智美", "tomomi"), ("浩二", "koji"),
];

pub(super) const JAPANESE_FAMILY: &[Spelt] = &[
    ("鈴木", "suzuki"), ("田中", "tanaka"), ("吉田", "yoshida"), ("井上", "inoue"), ("木村", "kimura"),
    ("長谷川", "hasegawa"), ("石川", "ishikawa"), ("前田", "maeda"), ("藤田", "fujita"), ("岡田", "okada"),
    ("後藤", "goto"), ("近藤", "kondo"), ("村上", "murakami"), ("遠藤", "endo"), ("青木", "aoki"), ("坂本", "sakamoto"),
];

pub(super) const JAPANESE_TRADES: &[&str] = &[
    "工業", "商店", "建設", "電機", "食品", "印刷", "運輸", "製作所", "不動産", "酒造", "システム", "デザイン事務所",
];

pub(super) const JAPANESE_ROLES: &[&str] = &[
    "代表取締役", "取締役", "経理担当", "総務部長", "秘書", "税務担当", "支店長",
];
