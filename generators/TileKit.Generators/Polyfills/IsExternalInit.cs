namespace System.Runtime.CompilerServices;

// The compiler needs this type for init-only properties and records; netstandard2.0 does not have it.
internal static class IsExternalInit;
