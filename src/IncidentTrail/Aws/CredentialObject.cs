using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using IncidentTrail.PowerShell.Output;

namespace IncidentTrail.PowerShell.Aws;

/// <summary>
/// Takes credentials from what people have in hand: AWS.Tools' own object, of whichever version and load context; what STS
/// answered, from a cmdlet or as JSON; a hashtable; a PSCredential. Only texts are taken out of it.
/// </summary>
internal static class CredentialObject
{
    private static readonly string[] AccessKeys = ["AccessKeyId", "AccessKey", "aws_access_key_id"];
    private static readonly string[] SecretKeys = ["SecretAccessKey", "SecretKey", "aws_secret_access_key"];
    private static readonly string[] Tokens = ["SessionToken", "Token", "aws_session_token"];

    /// <summary>What gives the credentials, as they are when it is called; null where the object has none.</summary>
    internal static Func<TrailCredential>? Reader(object? given)
    {
        var value = BareValue.Of(given);
        switch (value)
        {
            case null or string:
                return null;
            case PSCredential login:
                return () => new TrailCredential(login.UserName, login.GetNetworkCredential().Password);
        }

        // AWS.Tools renews its credentials when it is asked for them, so it is asked each time.
        if (value.GetType().GetMethod("GetCredentials", BindingFlags.Public | BindingFlags.Instance, []) is { } method)
            return FirstNow(() => Keys(Invoke(method, value)) ?? throw new InvalidOperationException("the object gives no access key"));

        if (Keys(value) is { } keys)
            return () => keys;
        return Member(value, "Credentials") is { } inner && !ReferenceEquals(inner, value) ? Reader(inner) : null;
    }

    // An object of PowerShell's own answers on the prompt's thread alone: it is asked here, before others ask elsewhere.
    private static Func<TrailCredential> FirstNow(Func<TrailCredential> ask)
    {
        TrailCredential? first;
        try
        {
            first = ask();
        }
        catch (InvalidOperationException)
        {
            first = null;
        }

        return () => Interlocked.Exchange(ref first, null) ?? ask();
    }

    private static TrailCredential? Keys(object? holder)
    {
        if (holder is null || Text(holder, AccessKeys) is not { } access || Text(holder, SecretKeys) is not { } secret)
            return null;
        return new TrailCredential(access, secret, Text(holder, Tokens), Expiry(Member(holder, "Expiration")));
    }

    private static DateTime? Expiry(object? value) => value switch
    {
        DateTime { Kind: DateTimeKind.Unspecified } time => DateTime.SpecifyKind(time, DateTimeKind.Utc),
        DateTime time => time.ToUniversalTime(),
        DateTimeOffset time => time.UtcDateTime,
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) =>
            time.UtcDateTime,
        _ => null,
    };

    private static string? Text(object holder, string[] names) =>
        names.Select(name => Member(holder, name) as string).FirstOrDefault(text => !string.IsNullOrEmpty(text));

    private static object? Member(object holder, string name)
    {
        if (holder is IDictionary table)
        {
            return table.Keys.Cast<object>().FirstOrDefault(key => string.Equals(key as string, name, StringComparison.OrdinalIgnoreCase))
                is { } key ? BareValue.Of(table[key]) : null;
        }

        try
        {
            return BareValue.Of(PSObject.AsPSObject(holder).Properties[name]?.Value);
        }
        catch (GetValueException)
        {
            return null;
        }
    }

    private static object? Invoke(MethodInfo method, object target)
    {
        try
        {
            return method.Invoke(target, null);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            throw new InvalidOperationException(inner.Message, inner);
        }
    }
}
