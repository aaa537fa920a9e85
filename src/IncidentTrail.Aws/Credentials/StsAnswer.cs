using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Credentials;

/// <summary>
/// What STS answers, in XML of one form for each of its operations. By their names alone: servers that are not AWS's leave the
/// namespace out.
/// </summary>
internal static class StsAnswer
{
    /// <summary>The temporary credentials; null where there are none in it. Throws <see cref="XmlException"/> for what is no XML.</summary>
    public static RefreshingAWSCredentials.CredentialsRefreshState? Credentials(ServiceAnswer answer)
    {
        var given = Find(Read(answer.Body), "Credentials");
        var (access, secret, token) = (Text(given, "AccessKeyId"), Text(given, "SecretAccessKey"), Text(given, "SessionToken"));
        if (access is null || secret is null)
            return null;
        if (Text(given, "Expiration") is not { } ends)
            return State(access, secret, token, DateTime.UtcNow + AdapterLimits.RoleAgain);
        return DateTimeOffset.TryParse(ends, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? State(access, secret, token, time.UtcDateTime) : null;
    }

    /// <summary>Why it refused. What is no XML is of something before STS, and is read as the other services' refusals are.</summary>
    public static ServiceError Refusal(ServiceAnswer answer)
    {
        var told = ServiceError.Of(answer.Status, answer.Headers, answer.Body);
        try
        {
            var root = Read(answer.Body);
            if (Find(root, "Error") is not { } error)
                return told;
            return ServiceError.Of(
                ServiceErrorTable.Code(Text(error, "Code")), Text(error, "Message"), answer.Status,
                Find(root, "RequestId")?.Value ?? told.RequestId) with
            {
                ServerTime = told.ServerTime,
                RetryAfter = told.RetryAfter,
            };
        }
        catch (XmlException)
        {
            return told;
        }
    }

    private static RefreshingAWSCredentials.CredentialsRefreshState State(string access, string secret, string? token, DateTime ends) =>
        new(new ImmutableCredentials(access, secret, token), ends);

    // Of whoever answers nothing is followed or filled in.
    private static XElement Read(byte[] body)
    {
        using var reader = XmlReader.Create(
            new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        try
        {
            return XElement.Load(reader);
        }
        catch (XmlException e)
        {
            // .NET's words are for whoever wrote the reader, and may be the answer's own: a key's.
            throw new XmlException(FormattableString.Invariant($"line {e.LineNumber}, position {e.LinePosition}"));
        }
    }

    private static XElement? Find(XElement root, string name) =>
        root.DescendantsAndSelf().FirstOrDefault(each => each.Name.LocalName == name);

    private static string? Text(XElement? parent, string name) =>
        parent?.Elements().FirstOrDefault(each => each.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text ? text : null;
}
