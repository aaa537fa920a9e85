using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using IncidentTrail.Callers;

namespace IncidentTrail.Tallies;

/// <summary>
/// A caller as bytes: what many callers have alike is a number, and what each has of its own stands there as it is. Of hundreds of
/// thousands, objects and strings would be most of what is held, and each is looked at once, at the end.
/// </summary>
internal static class PackedCaller
{
    private const byte None = 0;
    private const byte Numbered = 1;
    private const byte Narrow = 2;
    private const byte Wide = 3;
    private const byte Session = 4;
    private const byte LongLength = byte.MaxValue;
    private const int LongestNumbered = 256;

    /// <summary>Writes a caller.</summary>
    internal static void Write(TrailCaller caller, TallyTexts texts, ArrayBufferWriter<byte> into)
    {
        var session = caller.SessionName;
        Own(caller.AccessKeyId, into);
        Byte((byte)caller.Kind, into);
        BinaryPrimitives.WriteUInt16LittleEndian(into.GetSpan(sizeof(ushort)), (ushort)FlagsOf(caller));
        into.Advance(sizeof(ushort));
        Own(session, into);
        Joined(caller.JoinedName, session, texts, into);
        Joined(caller.JoinedArn, session, texts, into);
        Joined(caller.JoinedPrincipalId, session, texts, into);
        Repeated(caller.Basis, texts, into);
        Repeated(caller.AccountId, texts, into);
        Repeated(caller.IssuerArn, texts, into);
        Own(caller.SourceIdentity, into);
        Repeated(caller.InvokedBy, texts, into);
    }

    /// <summary>The caller that was written.</summary>
    internal static TrailCaller Read(ReadOnlySpan<byte> packed, TallyTexts texts)
    {
        var key = Text(ref packed, null, texts);
        var kind = (TrailCallerKind)packed[0];
        var flags = (CallerFlags)BinaryPrimitives.ReadUInt16LittleEndian(packed[1..]);
        packed = packed[(1 + sizeof(ushort))..];
        var session = Text(ref packed, null, texts);
        return new TrailCaller
        {
            AccessKeyId = key,
            Kind = kind,
            IsRoot = flags.HasFlag(CallerFlags.Root),
            IsIamUser = flags.HasFlag(CallerFlags.IamUser),
            IsRoleOrFederatedUser = flags.HasFlag(CallerFlags.RoleOrFederated),
            IsIdentityCenterUser = flags.HasFlag(CallerFlags.IdentityCenter),
            IsService = flags.HasFlag(CallerFlags.Service),
            ViaService = flags.HasFlag(CallerFlags.ViaService),
            UsesTemporaryCredentials = flags.HasFlag(CallerFlags.Temporary),
            UsesLongTermKey = flags.HasFlag(CallerFlags.LongTermKey),
            MfaAuthenticated = flags.HasFlag(CallerFlags.WithMfa) ? true : flags.HasFlag(CallerFlags.WithoutMfa) ? false : null,
            SessionName = session,
            // Read in the order in which they were written.
            JoinedName = Joined(ref packed, session, texts),
            JoinedArn = Joined(ref packed, session, texts),
            JoinedPrincipalId = Joined(ref packed, session, texts),
            Basis = Text(ref packed, null, texts),
            AccountId = Text(ref packed, null, texts),
            IssuerArn = Text(ref packed, null, texts),
            SourceIdentity = Text(ref packed, null, texts),
            InvokedBy = Text(ref packed, null, texts),
        };
    }

    /// <summary>The access key alone.</summary>
    internal static string? AccessKeyIdOf(ReadOnlySpan<byte> packed, TallyTexts texts) => Text(ref packed, null, texts);

    /// <summary>Whether that is its access key, without a string for it.</summary>
    internal static bool HasAccessKey(ReadOnlySpan<byte> packed, string? key, TallyTexts texts)
    {
        if (packed[0] != Narrow || packed[1] == LongLength || key is null)
            return AccessKeyIdOf(packed, texts) == key;
        var bytes = packed.Slice(2, packed[1]);
        if (bytes.Length != key.Length)
            return false;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != key[i])
                return false;
        }
        return true;
    }

    /// <summary>What is so of a caller.</summary>
    internal static CallerFlags FlagsOf(TrailCaller caller) =>
        (caller.IsRoot ? CallerFlags.Root : 0) | (caller.IsIamUser ? CallerFlags.IamUser : 0)
        | (caller.IsRoleOrFederatedUser ? CallerFlags.RoleOrFederated : 0) | (caller.IsIdentityCenterUser ? CallerFlags.IdentityCenter : 0)
        | (caller.IsService ? CallerFlags.Service : 0) | (caller.ViaService ? CallerFlags.ViaService : CallerFlags.Direct)
        | (caller.UsesTemporaryCredentials ? CallerFlags.Temporary : 0) | (caller.UsesLongTermKey ? CallerFlags.LongTermKey : 0)
        | (caller.MfaAuthenticated switch { true => CallerFlags.WithMfa, false => CallerFlags.WithoutMfa, null => 0 });

    // What stands before a session's name is its role's.
    private static void Joined(in JoinedText text, string? session, TallyTexts texts, ArrayBufferWriter<byte> into)
    {
        if (text.Tail is not { } tail)
        {
            Byte(None, into);
            Own(text.Head, into);
        }
        else if (tail == session)
        {
            Byte(Session, into);
            Repeated(text.Head, texts, into);
        }
        else
        {
            Own(tail, into);
            Repeated(text.Head, texts, into);
        }
    }

    private static JoinedText Joined(ref ReadOnlySpan<byte> packed, string? session, TallyTexts texts)
    {
        var tail = Text(ref packed, session, texts);
        return new JoinedText(Text(ref packed, null, texts), tail);
    }

    // A text without letters has no number.
    private static void Repeated(string? text, TallyTexts texts, ArrayBufferWriter<byte> into)
    {
        if (text is not { Length: > 0 and <= LongestNumbered })
        {
            Own(text, into);
            return;
        }
        var span = into.GetSpan(1 + sizeof(uint));
        span[0] = Numbered;
        BinaryPrimitives.WriteUInt32LittleEndian(span[1..], texts.NumberOf(text));
        into.Advance(1 + sizeof(uint));
    }

    private static void Own(string? text, ArrayBufferWriter<byte> into)
    {
        if (text is null)
        {
            Byte(None, into);
            return;
        }
        var isNarrow = !text.AsSpan().ContainsAnyExceptInRange('\0', (char)byte.MaxValue);
        var span = into.GetSpan(2 + sizeof(int));
        (span[0], span[1]) = (isNarrow ? Narrow : Wide, (byte)Math.Min(text.Length, LongLength));
        BinaryPrimitives.WriteInt32LittleEndian(span[2..], text.Length);
        into.Advance(text.Length < LongLength ? 2 : 2 + sizeof(int));
        if (isNarrow)
            into.Advance(Encoding.Latin1.GetBytes(text, into.GetSpan(text.Length)));
        else
            into.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static string? Text(ref ReadOnlySpan<byte> packed, string? session, TallyTexts texts)
    {
        var how = packed[0];
        packed = packed[1..];
        if (how is None or Session)
            return how == Session ? session : null;
        if (how == Numbered)
        {
            var number = BinaryPrimitives.ReadUInt32LittleEndian(packed);
            packed = packed[sizeof(uint)..];
            return texts.Own.TextOf(number);
        }
        int length = packed[0];
        packed = packed[1..];
        if (length == LongLength)
        {
            length = BinaryPrimitives.ReadInt32LittleEndian(packed);
            packed = packed[sizeof(int)..];
        }
        var bytes = packed[..(how == Narrow ? length : length * sizeof(char))];
        packed = packed[bytes.Length..];
        // As it was, even where half a character is missing.
        return how == Narrow ? Encoding.Latin1.GetString(bytes) : new string(MemoryMarshal.Cast<byte, char>(bytes));
    }

    private static void Byte(byte value, ArrayBufferWriter<byte> into)
    {
        into.GetSpan(1)[0] = value;
        into.Advance(1);
    }
}
