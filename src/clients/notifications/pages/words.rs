//! Names of items and categories in the reader's language.

use i18n::t;
use kernel::notify::{Category, Item};

pub(super) fn category_name(category: Category) -> String {
    match category {
        Category::Documents => t!("notifications.category.documents"),
        Category::Signatures => t!("notifications.category.signatures"),
        Category::Approvals => t!("notifications.category.approvals"),
        Category::Chats => t!("notifications.category.chats"),
        Category::Contracts => t!("notifications.category.contracts"),
        Category::Organizers => t!("notifications.category.organizers"),
        Category::Invoices => t!("notifications.category.invoices"),
    }
}

pub(super) fn item_name(item: Item) -> String {
    match item {
        Item::DocumentUploaded => t!("notifications.item.document_uploaded"),
        Item::SignatureRequest => t!("notifications.item.signature_request"),
        Item::SignatureReminder => t!("notifications.item.signature_reminder"),
        Item::ApprovalRequest => t!("notifications.item.approval_request"),
        Item::ApprovalReminder => t!("notifications.item.approval_reminder"),
        Item::ChatMessage => t!("notifications.item.chat_message"),
        Item::TaskNew => t!("notifications.item.task_new"),
        Item::TaskReminder => t!("notifications.item.task_reminder"),
        Item::ContractNew => t!("notifications.item.contract_new"),
        Item::ContractReminder => t!("notifications.item.contract_reminder"),
        Item::OrganizerNew => t!("notifications.item.organizer_new"),
        Item::OrganizerReminder => t!("notifications.item.organizer_reminder"),
        Item::InvoiceNew => t!("notifications.item.invoice_new"),
        Item::InvoiceReminder => t!("notifications.item.invoice_reminder"),
        Item::PaymentReceived => t!("notifications.item.payment_received"),
        Item::RefundGranted => t!("notifications.item.refund_granted"),
    }
}
