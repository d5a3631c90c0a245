//! The kinds of mail that a client can do without (NOTIFY-2), and which of them the product has by now.

use serde::{Deserialize, Serialize};

/// One kind of mail that a person can do without. The list is the article's, with the items of NOTIFY-4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    DocumentUploaded,
    SignatureRequest,
    SignatureReminder,
    ApprovalRequest,
    ApprovalReminder,
    ChatMessage,
    TaskNew,
    TaskReminder,
    ContractNew,
    ContractReminder,
    OrganizerNew,
    OrganizerReminder,
    InvoiceNew,
    InvoiceReminder,
    PaymentReceived,
    RefundGranted,
}

/// Items that stand under one heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    Documents,
    Signatures,
    Approvals,
    Chats,
    Contracts,
    Organizers,
    Invoices,
}

impl Category {
    pub const ALL: [Category; 7] = [
        Category::Documents,
        Category::Signatures,
        Category::Approvals,
        Category::Chats,
        Category::Contracts,
        Category::Organizers,
        Category::Invoices,
    ];
}

impl Item {
    pub const ALL: [Item; 16] = [
        Item::DocumentUploaded,
        Item::SignatureRequest,
        Item::SignatureReminder,
        Item::ApprovalRequest,
        Item::ApprovalReminder,
        Item::ChatMessage,
        Item::TaskNew,
        Item::TaskReminder,
        Item::ContractNew,
        Item::ContractReminder,
        Item::OrganizerNew,
        Item::OrganizerReminder,
        Item::InvoiceNew,
        Item::InvoiceReminder,
        Item::PaymentReceived,
        Item::RefundGranted,
    ];

    /// Those that have an event in the product as it is: these are offered on pages, in the order of [`Item::ALL`]. What is
    /// stored about the others stays, and holds on the day an item is added here.
    pub const AVAILABLE: &'static [Item] = &[];

    /// As stored and as forms send it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Item::DocumentUploaded => "document_uploaded",
            Item::SignatureRequest => "signature_request",
            Item::SignatureReminder => "signature_reminder",
            Item::ApprovalRequest => "approval_request",
            Item::ApprovalReminder => "approval_reminder",
            Item::ChatMessage => "chat_message",
            Item::TaskNew => "task_new",
            Item::TaskReminder => "task_reminder",
            Item::ContractNew => "contract_new",
            Item::ContractReminder => "contract_reminder",
            Item::OrganizerNew => "organizer_new",
            Item::OrganizerReminder => "organizer_reminder",
            Item::InvoiceNew => "invoice_new",
            Item::InvoiceReminder => "invoice_reminder",
            Item::PaymentReceived => "payment_received",
            Item::RefundGranted => "refund_granted",
        }
    }

    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|item| item.key() == key)
    }

    #[must_use]
    pub const fn category(self) -> Category {
        match self {
            Item::DocumentUploaded => Category::Documents,
            Item::SignatureRequest | Item::SignatureReminder => Category::Signatures,
            Item::ApprovalRequest | Item::ApprovalReminder => Category::Approvals,
            Item::ChatMessage | Item::TaskNew | Item::TaskReminder => Category::Chats,
            Item::ContractNew | Item::ContractReminder => Category::Contracts,
            Item::OrganizerNew | Item::OrganizerReminder => Category::Organizers,
            Item::InvoiceNew | Item::InvoiceReminder | Item::PaymentReceived | Item::RefundGranted => {
                Category::Invoices
            }
        }
    }
}
