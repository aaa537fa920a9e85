using IncidentTrail.Aws.CloudTrail;
using IncidentTrail.Json;

namespace IncidentTrail.Aws.Tests.CloudTrail;

public sealed class TrailStandingTests
{
    private static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly TrailSelectors Everything = new() { EventSelectors = [new BasicSelector { ReadWriteType = "All" }] };
    private static readonly TrailStatus Logging = new() { IsLogging = true, StartLoggingTime = Noon.AddYears(-1) };

    [Fact]
    public void A_trail_in_order_warns_of_nothing() =>
        Assert.Empty(Warnings(Logging, Everything, new TrailQuery { StartTimeUtc = Noon.AddDays(-1) }));

    [Fact]
    public void A_single_region_trail_warns_unless_its_region_alone_is_asked_for()
    {
        Assert.Contains("eu-west-1 only", Assert.Single(Warnings(Logging, Everything, multiRegion: false)));
        Assert.Empty(Warnings(Logging, Everything, new TrailQuery { Region = ["EU-West-1"] }, multiRegion: false));
    }

    [Fact]
    public void A_trail_that_is_stopped_warns() =>
        Assert.Contains(
            "not logging; it was stopped at 2026-03-01 12:00:00Z",
            Assert.Single(Warnings(new TrailStatus { IsLogging = false, StopLoggingTime = Noon }, Everything)));

    [Fact]
    public void A_pause_warns_where_the_window_touches_it()
    {
        var paused = new TrailStatus { IsLogging = true, StopLoggingTime = Noon, StartLoggingTime = Noon.AddHours(2) };

        Assert.Single(Warnings(paused, Everything, new TrailQuery { StartTimeUtc = Noon.AddHours(1) }));
        Assert.Empty(Warnings(paused, Everything, new TrailQuery { StartTimeUtc = Noon.AddHours(2) }));
        Assert.Empty(Warnings(paused, Everything, new TrailQuery { EndTimeUtc = Noon }));
    }

    [Fact]
    public void A_trail_younger_than_the_window_warns()
    {
        var young = new TrailStatus { IsLogging = true, StartLoggingTime = Noon };

        Assert.Contains("began to log", Assert.Single(Warnings(young, Everything, new TrailQuery { StartTimeUtc = Noon.AddHours(-1) })));
        Assert.Empty(Warnings(young, Everything, new TrailQuery { StartTimeUtc = Noon }));
    }

    [Fact]
    public void A_delivery_that_failed_warns() =>
        Assert.Contains("AccessDenied", Assert.Single(Warnings(
            Logging with { LatestDeliveryError = "AccessDenied", LatestDeliveryTime = Noon }, Everything)));

    [Theory]
    [InlineData("ReadOnly", "reading calls only")]
    [InlineData("WriteOnly", "changing calls only")]
    public void Selectors_of_one_kind_of_call_warn(string type, string expected) =>
        Assert.Contains(expected, Assert.Single(Warnings(
            Logging, new TrailSelectors { EventSelectors = [new BasicSelector { ReadWriteType = type }] })));

    [Fact]
    public void Selectors_without_management_events_warn() =>
        Assert.Contains("does not record Incident Manager's calls", Assert.Single(Warnings(
            Logging, new TrailSelectors { EventSelectors = [new BasicSelector { IncludeManagementEvents = false }] })));

    [Fact]
    public void Two_selectors_together_may_record_everything() =>
        Assert.Empty(Warnings(Logging, Advanced(
            [Is("eventCategory", "Management"), Is("readOnly", "true")], [Is("eventCategory", "Management"), Is("readOnly", "false")])));

    [Fact]
    public void An_advanced_selector_that_leaves_out_a_service_warns()
    {
        Assert.Single(Warnings(Logging, Advanced([Is("eventCategory", "Management"), IsNot("eventSource", "ssm-contacts.amazonaws.com")])));
        Assert.Empty(Warnings(Logging, Advanced([Is("eventCategory", "Management"), IsNot("eventSource", "kms.amazonaws.com")])));
    }

    [Fact]
    public void An_advanced_selector_with_further_conditions_warns() =>
        Assert.Contains("only some", Assert.Single(Warnings(
            Logging, Advanced([Is("eventCategory", "Management"), IsNot("userIdentity.arn", "arn:aws:iam::111122223333:role/x")]))));

    [Fact]
    public void Further_conditions_narrow_nothing_where_another_selector_has_none() =>
        Assert.Empty(Warnings(Logging, Advanced(
            [Is("eventCategory", "Management")], [Is("eventCategory", "Management"), IsNot("userIdentity.arn", "arn:aws:iam::111122223333:role/x")])));

    [Theory]
    [InlineData("ssm-contacts.amazonaws.com", 1)]
    [InlineData("kms.amazonaws.com", 0)]
    public void A_service_may_be_left_out_by_how_it_ends_or_begins(string source, int warnings)
    {
        var end = new FieldSelector { Field = "eventSource", NotEndsWith = [source[1..]] };
        var beginning = new FieldSelector { Field = "eventSource", NotStartsWith = [source[..^4]] };

        Assert.Equal(warnings, Warnings(Logging, Advanced([Is("eventCategory", "Management"), end])).Count);
        Assert.Equal(warnings, Warnings(Logging, Advanced([Is("eventCategory", "Management"), beginning])).Count);
    }

    [Fact]
    public void An_advanced_selector_for_data_alone_warns() =>
        Assert.Single(Warnings(Logging, Advanced([Is("eventCategory", "Data")])));

    private static FieldSelector Is(string field, string value) => new() { Field = field, EqualTo = [value] };

    private static FieldSelector IsNot(string field, string value) => new() { Field = field, NotEqualTo = [value] };

    private static TrailSelectors Advanced(params FieldSelector[][] selectors) => new()
    {
        AdvancedEventSelectors = [.. selectors.Select(s => new AdvancedSelector { FieldSelectors = s })],
    };

    private static List<string> Warnings(
        TrailStatus status, TrailSelectors selectors, TrailQuery? query = null, bool multiRegion = true) =>
    [
        .. new TrailStanding(
            new TrailDescription { Name = "main", HomeRegion = "eu-west-1", IsMultiRegionTrail = multiRegion }, status, selectors)
            .Warnings(query ?? new TrailQuery()),
    ];
}
