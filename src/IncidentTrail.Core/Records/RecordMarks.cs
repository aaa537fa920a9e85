namespace IncidentTrail.Records;

/// <summary>What the keys of an object tell of it.</summary>
[Flags]
internal enum RecordMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It has a field of a record, in whatever case.</summary>
    Fields = 1,

    /// <summary>It has a caller as CloudTrail writes one.</summary>
    Identity = 2,

    /// <summary>It has a version or a caller, in whatever case, or its type: what is cut out of a record has none.</summary>
    Whole = 4,

    /// <summary>It has an event's name.</summary>
    Name = 8,

    /// <summary>It has an event's source.</summary>
    Source = 16,

    /// <summary>It has an event's time.</summary>
    Time = 32,

    /// <summary>It has a name, and a source or a time.</summary>
    Telling = 64,

    /// <summary>It was handed to a function by a queue or a stream.</summary>
    Delivery = 128,

    /// <summary>It tells of an object in a bucket.</summary>
    Notification = 256,

    /// <summary>It has a caller, in whatever case and as whatever.</summary>
    Caller = 512,

    /// <summary>Its name or source is an object or a list: a column of a table, or a value beside its type.</summary>
    TakenApart = 1024,

    /// <summary>It has a field that is chosen to be looked at, and that a record cut short for its call's name does not need.</summary>
    Column = 2048,

    /// <summary>It has the account that got it.</summary>
    Account = 4096,

    /// <summary>It has an event's id.</summary>
    Id = 8192,
}
