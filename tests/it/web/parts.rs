//! The parts that pages are made of: each renders in both languages, with its labels, hints and errors
//! linked.

use rocket::serde::json::json;
use scraper::{Html, Selector};
use selvbetjening::web::forms::{Faults, Filled};
use selvbetjening::web::key_card::{KeyCardTable, PrintedKey};
use selvbetjening::web::language::Language;
use selvbetjening::web::page::Frame;
use selvbetjening::web::steps::StepGuide;
use selvbetjening::web::templates;
use selvbetjening::web::texts::Text;

fn render(language: Language, template: &str) -> Html {
    let faults = Faults::one("user_id", Text::new("form-fault"));
    let typed = json!({"user_id": "\"anna\"", "password": "hemmelig1", "reason": "seen", "kinds": ["b"], "agree": true});
    let keys: Vec<_> = (0..148)
        .map(|i| PrintedKey { number: format!("{i:04}"), key: format!("{:06}", i * 7), used: i == 0 })
        .collect();
    let mut context = tera::Context::new();
    context.insert("lang", language.code());
    context.insert("page", &Frame::at("/", language, None));
    context.insert("form", &Filled::again(&typed, faults));
    context.insert(
        "guide",
        &StepGuide::new(&["nav-order", "nav-activate", "nav-block"], 2).with_way_back(1, "/bestil"),
    );
    context.insert("card", &KeyCardTable::new("A123456789", &keys));
    let mut engine = templates::engine("layout.html").unwrap().clone();
    engine.add_raw_template("sample.html", template).unwrap();
    Html::parse_document(&engine.render("sample.html", &context).unwrap())
}

fn one<'a>(page: &'a Html, selector: &str) -> scraper::ElementRef<'a> {
    let found: Vec<_> = page.select(&Selector::parse(selector).unwrap()).collect();
    assert_eq!(found.len(), 1, "{selector} in {}", page.html());
    found[0]
}

#[test]
fn a_field_is_tied_to_label_hint_and_fault_and_keeps_what_was_typed() {
    let page = render(
        Language::Da,
        r#"{{ <field form name="user_id" label="Bruger-id" hint="Som du valgte." /> }}"#,
    );
    assert_eq!(one(&page, "label[for=user_id]").text().collect::<String>(), "Bruger-id");
    let input = one(&page, "input#user_id");
    assert_eq!(input.attr("value"), Some("\"anna\""));
    assert_eq!(input.attr("aria-invalid"), Some("true"));
    assert_eq!(input.attr("aria-describedby"), Some("user_id-hint user_id-error"));
    one(&page, "#user_id-hint");
    one(&page, "#user_id-error");
}

#[test]
fn a_password_never_comes_back() {
    let page =
        render(Language::Da, r#"{{ <field form name="password" label="Adgangskode" kind="password" /> }}"#);
    assert_eq!(one(&page, "input[type=password]").attr("value"), None);
    assert!(!page.html().contains("hemmelig1"));
}

#[test]
fn choices_stay_chosen() {
    let options =
        r#"options={[{"value":"lost","text":"Væk"},{"value":"seen","text":"Set","hint":"Af andre"}]}"#;
    let page = render(
        Language::Da,
        &format!(r#"{{{{ <radios form name="reason" legend="Hvorfor" {options} /> }}}}"#),
    );
    assert_eq!(one(&page, "input[checked]").attr("value"), Some("seen"));
    one(&page, "#reason");
    let options = r#"options={[{"value":"a","text":"A"},{"value":"b","text":"B"}]}"#;
    let page = render(
        Language::Da,
        &format!(r#"{{{{ <checkboxes form name="kinds" legend="Vis" {options} /> }}}}"#),
    );
    assert_eq!(one(&page, "input[checked]").attr("value"), Some("b"));
    let page = render(
        Language::Da,
        &format!(r#"{{{{ <select form name="reason" label="Hvorfor" {options} /> }}}}"#),
    );
    assert!(page.select(&Selector::parse("option[selected]").unwrap()).next().is_none());
    let page = render(Language::Da, r#"{{ <checkbox form name="agree" label="Ja" /> }}"#);
    assert!(one(&page, "input#agree").attr("checked").is_some());
}

#[test]
fn the_summary_leads_to_the_fields() {
    let page = render(Language::En, "{{ <error_summary form /> }}");
    assert_eq!(one(&page, "[role=alert] li a").attr("href"), Some("#user_id"));
    assert!(page.html().contains("There is one thing to correct"));
}

#[test]
fn the_step_guide_says_where_one_is_and_leads_back() {
    let page = render(Language::Da, "{% <step_guide guide> %}<h1>Her</h1>{% </step_guide> %}");
    assert!(page.html().contains("Trin 2 af 3"));
    assert!(one(&page, "[aria-current=step]").text().collect::<String>().contains("Aktivér NemID"));
    assert_eq!(one(&page, "a.step").attr("href"), Some("/bestil"));
    one(&page, ".step-body > h1");
}

#[test]
fn a_key_card_has_four_columns_of_37() {
    let page = render(Language::Da, "{{ <key_card card /> }}");
    let rows = Selector::parse("tbody tr").unwrap();
    let columns: Vec<_> =
        page.select(&Selector::parse("table").unwrap()).map(|table| table.select(&rows).count()).collect();
    assert_eq!(columns, [37, 37, 37, 37]);
    assert!(one(&page, "tr.used").text().collect::<String>().contains("brugt"));
}

#[test]
fn the_other_parts_render_in_both_languages() {
    let parts = r#"
        {% <notice kind="warning" title="Pas på"> %}<p>Tekst</p>{% </notice> %}{% <notice> %}<p>Tekst</p>{% </notice> %}
        {% <facts> %}{{ <fact term="Navn" value="Anna" /> }}{% <fact term="Kort"> %}{{ <copyable value="A1" /> }}{% </fact> %}{% </facts> %}
        {% <data_table caption="Liste" heads={["A"]}> %}<tr><th scope="row">1</th></tr>{% </data_table> %}
        {{ <tag text="Aktiv" kind="success" /> }}{{ <nav_card href="/" title="T" text="t" symbol="lock" /> }}{{ <back_link href="/" /> }}
        {{ <breadcrumbs links={[{"text":"Forside","href":"/"}]} here="Her" /> }}{{ <pager current={2} pages={3} href="?side=" /> }}
        {% <logon_box title="Log på" at="Selvbetjening"> %}{{ <key_question number="0123" /> }}{{ <key_question number="0123" card="A1" /> }}{% </logon_box> %}
        {% <buttons> %}{{ <button text="OK" /> }}{{ <link_button href="/" text="Nej" /> }}{% </buttons> %}
        {{ <form_token /> }}{{ <text_area form name="note" label="Note" /> }}{{ <print_button /> }}
        {{ "2019-03-04" | day }} {{ "2019-03-04T08:00:00Z" | moment }}
    "#;
    for language in Language::ALL {
        let html = render(language, parts).html();
        assert!(html.contains("#0123") && html.contains("data-scrolls=\"Liste\""), "{html}");
    }
}
