using System.Globalization;

namespace IncidentTrail.SampleTrail;

/// <summary>
/// One API call of a scenario: what CloudTrail records of it, and what a reader must make of the record.
/// </summary>
/// <param name="Time">UTC, as the record has it: <c>2026-03-10T14:02:31Z</c>.</param>
/// <param name="By">Who calls.</param>
/// <param name="Service">The service's name before <c>.amazonaws.com</c>.</param>
/// <param name="Name">The API action.</param>
/// <param name="Shape">Whether a record of this form is documented.</param>
internal sealed record Call(string Time, Caller By, string Service, string Name, RecordShape Shape)
{
    /// <summary>A name within the scenario, by which tests find the record; it makes the event's id.</summary>
    public string Label { get; init; } = "";

    public Meaning Means { get; init; } = Meaning.OtherService;

    /// <summary>The account whose trail records the call.</summary>
    public string Account { get; init; } = Places.Operations;

    public string Region { get; init; } = Places.UsEast;

    public object? Request { get; init; }

    public object? Response { get; init; }

    public object? Additional { get; init; }

    public (string Code, string Message)? Error { get; init; }

    /// <summary>The record's readOnly, where it is not what the action's access suggests.</summary>
    public bool? ReadOnly { get; init; }

    public object? Resources { get; init; }

    public string EventType { get; init; } = "AwsApiCall";

    public object? Addendum { get; init; }

    /// <summary>Names the call whose copies in two accounts carry one sharedEventID.</summary>
    public string? SharedCall { get; init; }

    /// <summary>The unique string of a second log file that holds this record too.</summary>
    public string? AlsoIn { get; init; }

    public Call Named(string label) => this with { Label = label };

    public DateTimeOffset Instant =>
        DateTimeOffset.ParseExact(Time, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal);

    public string EventId(string scenario) =>
        Label.Length > 0 ? IdOf(scenario, Label) : Ids.Uuid("event " + Seed(scenario));

    /// <summary>The id of the event that a scenario calls by a label.</summary>
    public static string IdOf(string scenario, string label) => Ids.Uuid($"event {scenario}/{label}");

    public string RequestId(string scenario) => Ids.Uuid("request " + (SharedCall ?? EventId(scenario)));

    private string Seed(string scenario) =>
        $"{scenario}/{Time}/{Account}/{Region}/{Service}/{Name}/{By.Kind}/{By.Name}";
}
