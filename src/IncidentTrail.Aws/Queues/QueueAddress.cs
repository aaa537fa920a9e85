using System.Text.RegularExpressions;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Queues;

/// <summary>A queue as people name it: by its URL, its ARN, or its name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its URL; null where the service has to be asked for it.</param>
/// <param name="Region">The Region that it is in; null where that is not said.</param>
/// <param name="AccountId">The account that owns it, where an ARN says so.</param>
/// <param name="Endpoint">Where it is called: null for its Region's own host.</param>
internal sealed partial record QueueAddress(string Name, string? Url, string? Region, string? AccountId, Uri? Endpoint)
{
    /// <summary>Reads it. Throws <see cref="TrailSourceException"/> where it names no queue.</summary>
    public static QueueAddress Parse(string text)
    {
        var given = text.Trim();
        if (given.StartsWith("arn:", StringComparison.OrdinalIgnoreCase))
            return OfArn(given) ?? throw NoQueue(given, "An ARN reads arn:aws:sqs:REGION:ACCOUNT:NAME");
        if (given.Contains('/') || given.Contains(':'))
            return OfUrl(given) ?? throw NoQueue(given, "A URL reads https://sqs.REGION.amazonaws.com/ACCOUNT/NAME");
        return QueueName().IsMatch(given) ? new QueueAddress(given, null, null, null, null)
            : throw NoQueue(given, "A name has letters, digits, - and _, 80 at most");
    }

    private static QueueAddress? OfArn(string arn) => arn.Split(':') is [_, _, "sqs", { Length: > 0 } region, { Length: > 0 } account, var name]
        && RegionName().IsMatch(region) && QueueName().IsMatch(name)
        ? new QueueAddress(name, null, region, account, null) : null;

    private static QueueAddress? OfUrl(string given)
    {
        if (!Uri.TryCreate(given, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0
            || url.Query.Length > 0 || url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is not [.., _, var name]
            || !QueueName().IsMatch(name))
            return null;
        var host = url.Host;
        // AWS's oldest queues have their Region before "queue", or none for the first Region.
        if (LegacyHost().Match(host) is { Success: true } legacy)
            return new QueueAddress(name, given, legacy.Groups["region"] is { Success: true } old ? old.Value : "us-east-1", null, null);
        if (RegionalHost().Match(host) is { Success: true } regional)
            return new QueueAddress(name, given, regional.Groups["region"].Value, null, null);
        var within = RegionWithin().Match(host);
        return new QueueAddress(name, given, within.Success ? within.Groups["region"].Value : null, null, new Uri(url.GetLeftPart(UriPartial.Authority)));
    }

    private static TrailSourceException NoQueue(string given, string form) => new(new TrailFault(
        TrailFaultKind.Argument, "QueueUrl", $"'{given}' of -QueueUrl names no queue. {form}.", RemedyTable.NoQueue));

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,80}$|^[A-Za-z0-9_-]{1,75}\.fifo$", RegexOptions.CultureInvariant)]
    private static partial Regex QueueName();

    [GeneratedRegex("^[a-z]{2,}(-[a-z0-9]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex RegionName();

    [GeneratedRegex(@"^(?:(?<region>[a-z0-9-]+)\.)?queue\.amazonaws\.com(?:\.cn)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LegacyHost();

    [GeneratedRegex(@"^sqs(?:-fips)?\.(?<region>[a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|api\.aws|api\.amazonwebservices\.com\.cn)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex RegionalHost();

    // An endpoint of a VPC, and servers that take AWS's names over.
    [GeneratedRegex(@"(?:^|\.)sqs\.(?<region>[a-z]{2,}(?:-[a-z]+)+-\d)\.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex RegionWithin();
}
