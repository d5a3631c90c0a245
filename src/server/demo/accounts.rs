//! The sixty accounts of the demo and who belongs to them. Their order gives them their short ids.

use super::model::On::{self, Login, Mail, Nothing, Portal, Sync};
use super::model::{Entry, Tie};
use directory::accounts::AccountKind;
use kernel::notify::Item;

const fn entry(name: &'static str, kind: AccountKind, people: &'static [Tie]) -> Entry {
    Entry { name, kind, archived: false, people }
}

const fn company(name: &'static str, people: &'static [Tie]) -> Entry {
    entry(name, AccountKind::Company, people)
}

const fn person(name: &'static str, people: &'static [Tie]) -> Entry {
    entry(name, AccountKind::Individual, people)
}

const fn family(name: &'static str, people: &'static [Tie]) -> Entry {
    entry(name, AccountKind::Family, people)
}

const fn other(name: &'static str, people: &'static [Tie]) -> Entry {
    entry(name, AccountKind::Other, people)
}

const fn archived(entry: Entry) -> Entry {
    Entry { archived: true, ..entry }
}

const fn tie(person: &'static str, role: &'static str, on: On) -> Tie {
    Tie { person, role, on }
}

/// What Jo, who sees assigned accounts only, works for.
pub(super) const JO_WORKS_FOR: [&str; 8] = [
    "Müller GmbH",
    "Kate Smith",
    "佐藤商事株式会社",
    "O'Brien Dental Ltd",
    "Bäckerei Groß",
    "Familie Lehmann",
    "Nordlicht Windkraft Betriebsgesellschaft mbH",
    "Klöckner Spedition GmbH",
];

pub(super) const ACCOUNTS: &[Entry] = &[
    // Anna enters three, Kate exactly one, Hana twelve; Otto's are all archived.
    company(
        "Müller GmbH",
        &[
            tie("Anna Müller", "Geschäftsführerin", Sync),
            tie("Petra Vogel", "Buchhaltung", Mail),
            tie("Timo Reuter", "Auszubildender", Nothing),
        ],
    ),
    person("Anna Müller", &[tie("Anna Müller", "", Portal)]),
    company(
        "Müller & Söhne Immobilienverwaltung KG",
        &[
            tie("Anna Müller", "Komplementärin", Portal),
            tie("Hans-Joachim Müller", "Seniorchef", Mail),
            tie("Petra Vogel", "Buchhaltung", Mail),
        ],
    ),
    person("Kate Smith", &[tie("Kate Smith", "", Portal)]),
    company(
        "Fischer Bau GmbH",
        &[tie("Jonas Fischer", "Geschäftsführer", Portal), tie("Kerstin Fischer", "Büroleitung", Mail)],
    ),
    person("Lea Hoffmann", &[tie("Lea Hoffmann", "", Portal)]),
    person("Max Becker", &[tie("Max Becker", "", Mail)]),
    archived(company("Altmann Antiquitäten e. K.", &[tie("Otto Altmann", "Inhaber", Portal)])),
    archived(person("Otto Altmann", &[tie("Otto Altmann", "", Portal)])),
    person("Nora Neumann", &[tie("Nora Neumann", "", Portal)]),
    family("Familie Tanaka", &[tie("Mika Tanaka", "", Portal), tie("Ken Tanaka", "husband", Mail)]),
    company(
        "佐藤商事株式会社",
        &[
            tie("佐藤 花子", "代表取締役", Sync),
            tie("高橋 健太", "経理担当", Portal),
            tie("加藤 恵", "秘書", Mail),
        ],
    ),
    person("佐藤 花子", &[tie("佐藤 花子", "", Portal)]),
    company("佐藤不動産株式会社", &[tie("佐藤 花子", "代表取締役", Portal)]),
    company(
        "株式会社さくら製作所",
        &[tie("佐藤 花子", "監査役", Portal), tie("中村 美咲", "総務部長", Portal)],
    ),
    company("有限会社山本青果店", &[tie("佐藤 花子", "記帳代行", Portal), tie("山本 大輔", "店主", Portal)]),
    company(
        "合同会社みらいデザイン",
        &[tie("佐藤 花子", "業務執行社員", Portal), tie("小林 葵", "デザイナー", Mail)],
    ),
    company(
        "株式会社北斗運輸",
        &[
            tie("佐藤 花子", "社外取締役", Login),
            tie("渡辺 修", "代表取締役", Portal),
            tie("渡辺 京子", "総務担当", Mail),
        ],
    ),
    company(
        "株式会社東雲フーズ",
        &[tie("佐藤 花子", "経理顧問", Portal), tie("斎藤 陽子", "工場長", Portal)],
    ),
    other(
        "一般社団法人日独文化交流協会",
        &[
            tie("佐藤 花子", "理事", Portal),
            tie("Hildegard von Rosenberg-Lichtenfels", "Vorstandsmitglied", Portal),
        ],
    ),
    family("佐藤家", &[tie("佐藤 花子", "", Portal), tie("佐藤 一郎", "夫", Mail)]),
    company(
        "株式会社青葉ソリューションズ",
        &[
            tie("佐藤 花子", "経理担当", Portal),
            tie("伊藤 翔", "システム管理者", Portal),
            tie("清水 拓也", "開発部", Nothing),
        ],
    ),
    company(
        "Sato Trading Europe GmbH",
        &[
            tie("佐藤 花子", "managing director", Portal),
            tie("Friederike Baumgärtner", "Prokuristin", Portal),
            tie("高橋 健太", "経理担当", Mail),
        ],
    ),
    // English names.
    company(
        "O'Brien Dental Ltd",
        &[
            tie("Siobhán O'Brien", "managing director", Sync),
            tie("Liam O'Brien", "assistant", Mail),
            tie("Niamh Byrne", "receptionist", Nothing),
        ],
    ),
    person("Siobhán O'Brien", &[tie("Siobhán O'Brien", "", Portal)]),
    other(
        "Whitfield Family Trust",
        &[tie("Margaret Whitfield", "trustee", Portal), tie("Edward Whitfield", "trustee", Portal)],
    ),
    company(
        "Harper & Lowe LLP",
        &[
            tie("James Harper", "partner", Portal),
            tie("Olivia Lowe", "partner", Portal),
            tie("Grace Bennett", "office manager", Mail),
        ],
    ),
    person("James Harper", &[tie("James Harper", "", Portal)]),
    company(
        "Thornbury Engineering (Europe) Limited",
        &[
            tie("Daniel Thornbury", "director", Portal),
            tie("Aisha Khan", "financial controller", Login),
            tie("Tom Ashworth", "auditor", Nothing),
        ],
    ),
    company(
        "MacLeod Whisky Import Ltd",
        &[tie("Ewan MacLeod", "owner", Portal), tie("Fiona MacLeod", "bookkeeper", Portal)],
    ),
    family("Patel family", &[tie("Priya Patel", "", Portal), tie("Raj Patel", "husband", Mail)]),
    person("O", &[tie("O", "", Portal)]),
    company("X", &[tie("Ines Kaya", "founder", Portal)]),
    other(
        "St. Mary's Church of England Primary School Parents' Association",
        &[tie("Charlotte Green", "treasurer", Portal), tie("Peter Hughes", "chair", Portal)],
    ),
    company("Nguyen & Daughters Bakery", &[tie("Linh Nguyen", "owner", Portal)]),
    family("Familie Nguyen", &[tie("Linh Nguyen", "", Portal), tie("Minh Nguyen", "Vater", Portal)]),
    // German names.
    company(
        "Schröder Präzisionswerkzeugbau GmbH & Co. KG",
        &[
            tie("Dieter Schröder", "Geschäftsführer", Sync),
            tie("Sabine Schröder", "Prokuristin", Portal),
            tie("Ulrike Öztürk", "Lohnbuchhaltung", Mail),
        ],
    ),
    family(
        "Dieter und Sabine Schröder",
        &[tie("Dieter Schröder", "", Portal), tie("Sabine Schröder", "", Mail)],
    ),
    company(
        "Donaudampfschifffahrtsgesellschaft Regensburg mbH",
        &[
            tie("Leopold Huber", "Geschäftsführer", Portal),
            tie("Theresia Huber", "Assistentin der Geschäftsleitung", Mail),
            tie("Alois Brunner", "Leiter Rechnungswesen", Portal),
        ],
    ),
    company(
        "Ärztehaus am Südstern GbR",
        &[
            tie("Dr. Jürgen Weiß", "Gesellschafter", Portal),
            tie("Dr. Fatma Yılmaz", "Gesellschafterin", Portal),
            tie("Claudia Arndt", "Praxismanagerin", Mail),
        ],
    ),
    company(
        "Bäckerei Groß",
        &[tie("Heinz Groß", "Bäckermeister", Portal), tie("Erika Groß", "Ehefrau, führt die Kasse", Portal)],
    ),
    person(
        "Maximilian Übelhör",
        &[tie("Maximilian Übelhör", "", Portal), tie("Steffi Lang", "Steuerberaterin des Vaters", Mail)],
    ),
    company(
        "öko-Höfe Uckermark eG",
        &[tie("Wiebke Jansen", "Vorständin", Portal), tie("Hauke Thomsen", "Hofladen", Nothing)],
    ),
    company(
        "4you Pflegedienst GmbH",
        &[tie("Björn Kühn", "Geschäftsführer", Portal), tie("Svetlana Petrov", "Pflegedienstleitung", Login)],
    ),
    other(
        "Kleingärtnerverein Grüne Aue e. V.",
        &[tie("Günther Pfeiffer", "Kassenwart", Portal), tie("Renate Pfeiffer", "Schriftführerin", Mail)],
    ),
    person("Žofia Dvořáková", &[tie("Žofia Dvořáková", "", Portal)]),
    company(
        "Rechtsanwälte Dr. von und zu Guttenfels Partnerschaftsgesellschaft mbB",
        &[
            tie("Dr. Konstantin von und zu Guttenfels", "Partner", Portal),
            tie("Dr. Amelie Roth", "Partnerin", Mail),
            tie("Nele Brandt", "Assistentin", Mail),
        ],
    ),
    family("Familie Lehmann", &[tie("Thomas Lehmann", "", Portal), tie("Julia Lehmann", "", Portal)]),
    company(
        "Kowalski Fliesen und Naturstein",
        &[tie("Piotr Kowalski", "Inhaber", Portal), tie("Marta Kowalska", "Buchhaltung", Mail)],
    ),
    person(
        "Ingeborg Straußberger",
        &[
            tie("Ingeborg Straußberger", "", Mail),
            tie("Michael Straußberger", "Sohn, Vorsorgevollmacht", Portal),
        ],
    ),
    company(
        "Nordlicht Windkraft Betriebsgesellschaft mbH",
        &[
            tie("Frauke Petersen", "Geschäftsführerin", Sync),
            tie("Lars Petersen", "Technik", Nothing),
            tie("Gesa Harms", "Controlling", Portal),
        ],
    ),
    company("Atelier Zoë", &[tie("Zoë Krämer", "Fotografin", Portal)]),
    person("Ahmet Demir", &[tie("Ahmet Demir", "", Portal), tie("Elif Demir", "Tochter", Mail)]),
    company("Vorratsgesellschaft 117 UG (haftungsbeschränkt)", &[]),
    company("Quelle & Mühle Gastronomie GmbH", &[]),
    person("山田 太郎", &[tie("山田 太郎", "", Portal)]),
    company(
        "株式会社アオイ・ジャパン ドイツ支店",
        &[
            tie("松本 由美", "支店長", Portal),
            tie("林 直樹", "経理担当", Portal),
            tie("Katharina Scholz", "Dolmetscherin", Mail),
        ],
    ),
    archived(company("Klöckner Spedition GmbH", &[tie("Werner Klöckner", "Liquidator", Mail)])),
    archived(person("Elfriede Sommer", &[])),
    company(
        "Café Zwölf Apostel",
        &[tie("Raphael Engel", "Inhaber", Portal), tie("Lucia Rossi", "Schichtleitung", Nothing)],
    ),
];

/// A client who switched some notifications off.
pub(super) struct Quiet {
    pub account: &'static str,
    pub person: &'static str,
    pub items: [Item; 3],
    /// As `clients::notifications` writes it.
    pub set_by: &'static str,
}

pub(super) const QUIET: Quiet = Quiet {
    account: "O'Brien Dental Ltd",
    person: "Siobhán O'Brien",
    items: [Item::SignatureReminder, Item::TaskReminder, Item::InvoiceReminder],
    set_by: "client:Siobhán O'Brien",
};
